/* Voting on an item: by name the ballots are unfolded, otherwise the numbers are asked.
   Without this script both stand below each other and the form says what is missing. */
(function () {
  "use strict";
  const form = document.getElementById("kpss-vote");
  const names = document.getElementById("ballots");
  const methods = form ? Array.from(form.querySelectorAll("[name=method]")) : [];
  if (!names || !methods.length) {
    return;
  }
  const numbers = ["for", "against", "abstained"].map(function (name) {
    return document.getElementById(name);
  });

  function show() {
    const byName = methods.some(function (one) {
      return one.checked && one.value === "named";
    });
    names.open = byName;
    names.hidden = !byName;
    numbers.forEach(function (one) {
      // Put away under another name: what was typed comes back with the form
      one.name = byName ? "kept-" + one.id : one.id;
      one.parentElement.hidden = byName;
    });
  }

  methods.forEach(function (one) {
    one.addEventListener("change", show);
  });
  // Going back in the browser brings what was chosen only after this
  window.addEventListener("pageshow", show);
  show();
})();
