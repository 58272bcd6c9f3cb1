/* Items of an agenda are dragged by a handle, with a mouse or a finger. Without this script,
   and by the keyboard, they are moved by their buttons. */
(function () {
  "use strict";
  const form = document.getElementById("kpss-agenda-form");
  let list = form && form.querySelector("ol.kpss-agenda");
  if (!list) {
    return;
  }
  let dragged = null;
  let target = null;
  let after = false;

  function addHandles() {
    Array.from(list.children).forEach(function (item) {
      const handle = document.createElement("span");
      handle.className = "kpss-drag";
      handle.textContent = "\u2807";
      handle.title = form.dataset.drag;
      // The buttons are for those who do not point
      handle.setAttribute("aria-hidden", "true");
      item.querySelector(".kpss-agenda-edit").prepend(handle);
    });
  }

  function say(text, failed) {
    const box = document.getElementById("kpss-agenda-said");
    box.hidden = !text;
    box.classList.toggle("alert-info", !failed);
    box.classList.toggle("alert-danger", failed);
    box.textContent = text;
  }

  function unmark() {
    list.querySelectorAll(".kpss-drop-before, .kpss-drop-after").forEach(function (one) {
      one.classList.remove("kpss-drop-before", "kpss-drop-after");
    });
  }

  function end() {
    unmark();
    if (dragged) {
      dragged.classList.remove("kpss-dragged");
    }
    dragged = target = null;
  }

  function over(event) {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const item = under && under.closest("ol.kpss-agenda > li");
    unmark();
    target = item && item !== dragged ? item : null;
    if (target) {
      const box = target.getBoundingClientRect();
      after = event.clientY > box.top + box.height / 2;
      target.classList.add(after ? "kpss-drop-after" : "kpss-drop-before");
    }
  }

  // What the office sends back has new numbers, and sub-items in their place
  function show(page) {
    const fresh = page.querySelector("#kpss-agenda-form ol.kpss-agenda");
    list.replaceWith(fresh);
    list = fresh;
    addHandles();
    const told = page.querySelector(".portalMessage.alert-info, .portalMessage");
    if (told) {
      // Signs have names, which are for those who do not see them
      told.querySelectorAll("svg").forEach(function (sign) { sign.remove(); });
    }
    say(told ? told.textContent.trim().replace(/\s+/g, " ") : "", false);
  }

  async function save(item, other, isAfter) {
    const before = Array.from(list.children);
    if (isAfter) {
      other.after(item);
    } else {
      other.before(item);
    }
    const data = new FormData();
    ["_authenticator", "b_start"].forEach(function (name) {
      const kept = form.querySelector("[name='" + name + "']");
      if (kept) {
        data.set(name, kept.value);
      }
    });
    data.set("place", item.id + (isAfter ? " after " : " before ") + other.id);
    let said = form.dataset.failed;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        credentials: "same-origin",
        headers: { Accept: "text/html" },
        body: data,
      });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (answer.ok && answer.redirected && page.getElementById("kpss-agenda-form")) {
        show(page);
        return;
      }
      const problem = answer.ok && page.querySelector("#kpss-agenda-form [role=alert] li");
      said = problem ? problem.textContent.trim().replace(/\s+/g, " ") : said;
    } catch (error) {
      // The network is gone: what is said says so
    }
    before.forEach(function (one) { list.append(one); });
    say(said, true);
  }

  form.addEventListener("pointerdown", function (event) {
    if (event.target.classList.contains("kpss-drag") && event.button === 0) {
      event.preventDefault();
      dragged = event.target.closest("li");
      dragged.classList.add("kpss-dragged");
      event.target.setPointerCapture(event.pointerId);
    }
  });
  form.addEventListener("pointermove", function (event) {
    if (dragged) {
      over(event);
    }
  });
  form.addEventListener("pointerup", function () {
    const item = dragged;
    const other = target;
    end();
    if (item && other) {
      save(item, other, after);
    }
  });
  form.addEventListener("pointercancel", end);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      end();
    }
  });
  addHandles();
})();
