/* The attendance sheet: a click or a key is saved at once. Without this script the form
   is saved by its button. */
(function () {
  "use strict";
  const form = document.getElementById("kpss-attendance");
  if (!form) {
    return;
  }
  const fields = ["status", "arrived", "left", "substitute", "proxy"];
  // The order in which the sheet keeps what was seen
  const kept = ["status", "arrived", "left", "again", "substitute", "proxy"];
  const waiting = new Map();
  let revision = Number(form.dataset.revision);
  let running = false;

  function row(member) {
    return document.getElementById("row-" + member);
  }

  function control(member, name) {
    const found = row(member).querySelectorAll("[name='" + name + "-" + member + "']");
    if (name !== "status") {
      return found[0] || null;
    }
    return Array.from(found).find(function (one) { return one.checked; }) || null;
  }

  function values(member) {
    const found = { member: member };
    fields.forEach(function (name) {
      const one = control(member, name);
      if (one || name === "status") {
        found[name] = one && one.value ? one.value : null;
      }
    });
    found.again = later(member).map(function (one) {
      const typed = one.querySelectorAll("input");
      return { arrived: typed[0].value || null, left: typed[1].value || null };
    });
    return found;
  }

  function later(member) {
    return Array.from(row(member).querySelectorAll(".kpss-again"));
  }

  // As many fields of later stays as were recorded, and empty ones for who left
  function showLater(line) {
    const stays = line.again.slice();
    const last = stays.length ? stays[stays.length - 1] : line;
    if (last.left) {
      stays.push({ arrived_shown: "", left_shown: "" });
    }
    while (later(line.member).length < stays.length) {
      addLater(line.member);
    }
    later(line.member).forEach(function (one, place) {
      if (!stays[place]) {
        one.remove();
        return;
      }
      const typed = one.querySelectorAll("input");
      [stays[place].arrived_shown, stays[place].left_shown].forEach(function (text, at) {
        if (typed[at] !== document.activeElement) {
          typed[at].value = text;
        }
      });
    });
  }

  function addLater(member) {
    const place = later(member).length + 1;
    const made = document.getElementById("kpss-again").content.cloneNode(true);
    made.querySelectorAll("[id], [for]").forEach(function (one) {
      ["id", "name", "for"].forEach(function (name) {
        if (one.hasAttribute(name)) {
          one.setAttribute(name, one.getAttribute(name).replace(/AT$/, member + "-" + place));
        }
      });
    });
    const before = later(member).pop() || control(member, "left");
    before.after(made);
  }

  function say(problem) {
    const box = document.getElementById("kpss-problem");
    box.textContent = problem || "";
    box.classList.toggle("d-none", !problem);
  }

  function clock() {
    return new Date().toLocaleTimeString(document.documentElement.lang || undefined,
      { hour: "2-digit", minute: "2-digit" });
  }

  function show(answer) {
    revision = answer.revision;
    const box = document.getElementById("kpss-quorum");
    box.classList.remove("alert-success", "alert-warning", "alert-info");
    box.classList.add({ true: "alert-success", false: "alert-warning" }[answer.quorum.met]
      || "alert-info");
    document.getElementById("kpss-quorum-first").textContent = answer.quorum.sentences[0];
    document.getElementById("kpss-quorum-more").textContent =
      answer.quorum.sentences.slice(1).join(" ");
    document.getElementById("kpss-saved").textContent =
      form.dataset.saved + " " + clock();
    answer.roster.forEach(showRow);
    showLeft(answer);
  }

  function showRow(line) {
    const found = row(line.member);
    if (!found || waiting.has(line.member)) {
      return;
    }
    // What was saved is what the button would compare with
    found.querySelector("[name^='seen-']").value = JSON.stringify(kept.map(
      function (name) {
        return name !== "again" ? line[name] : line.again.length ? line.again.map(
          function (one) { return { arrived: one.arrived, left: one.left }; }) : null;
      }));
    found.querySelectorAll("input[type=radio]").forEach(function (one) {
      one.checked = one.value === (line.status || "");
    });
    found.querySelector(".kpss-row-problem").textContent = "";
    ["arrived", "left"].forEach(function (name) {
      const one = control(line.member, name);
      if (one && one !== document.activeElement) {
        one.value = line[name + "_shown"];
      }
    });
    showLater(line);
    found.querySelector("summary > span").textContent = line.stay || form.dataset.whole;
  }

  // How many each button would record, and which votes do not fit any more
  function showLeft(answer) {
    const left = answer.roster.filter(function (one) { return !one.status; });
    const members = left.filter(function (one) { return one.kind === "member"; });
    const replied = left.filter(function (one) {
      const found = row(one.member);
      return found && found.dataset.replied;
    });
    [["by_replies", replied], ["all_present", members], ["the_rest", members]].forEach(
      function (one) {
        const button = form.querySelector("button[name=" + one[0] + "]");
        if (button) {
          const count = button.querySelector(".kpss-count");
          button.hidden = !one[1].length;
          if (count) {
            count.textContent = one[1].length;
          }
        }
      });
    const box = document.getElementById("kpss-unfitting");
    const list = box.querySelector("ul");
    list.replaceChildren();
    (answer.unfitting || []).forEach(function (one) {
      const link = document.createElement("a");
      link.className = "alert-link";
      link.href = one["@id"];
      link.textContent = one.title;
      list.appendChild(document.createElement("li")).appendChild(link);
    });
    box.classList.toggle("d-none", !list.children.length);
  }

  async function save() {
    if (running || !waiting.size) {
      return;
    }
    running = true;
    const sent = Array.from(waiting.values());
    const seen = revision;
    waiting.clear();
    try {
      const answer = await fetch(form.dataset.service, {
        method: "PATCH",
        credentials: "same-origin",
        headers: { Accept: "application/json", "Content-Type": "application/json" },
        body: JSON.stringify({ revision: seen, roster: sent }),
      });
      const data = await answer.json();
      if (answer.ok) {
        say("");
        show(data);
      } else {
        refuse(data, sent);
      }
    } catch (error) {
      sent.forEach(function (one) {
        if (!waiting.has(one.member)) {
          waiting.set(one.member, one);
        }
      });
      say(form.dataset.failed);
      running = false;
      return;
    }
    running = false;
    save();
  }

  function refuse(data, sent) {
    say(data.message || form.dataset.failed);
    if (data.params && data.params.attendance) {
      show(data.params.attendance);
      return;
    }
    (data.errors || []).forEach(function (one) {
      const number = Number((one.field.match(/^roster\.(\d+)\./) || [])[1]);
      if (sent[number]) {
        row(sent[number].member).querySelector(".kpss-row-problem").textContent =
          one.message;
      }
    });
  }

  function changed(target) {
    const found = target.closest("tr[data-member]");
    if (found) {
      waiting.set(found.dataset.member, values(found.dataset.member));
      save();
    }
  }

  form.addEventListener("change", function (event) {
    changed(event.target);
  });

  form.addEventListener("keydown", function (event) {
    const target = event.target;
    if (target.type !== "radio" || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const here = target.closest("tr[data-member]");
    const key = event.key.toUpperCase();
    const wanted = Array.from(here.querySelectorAll("input[type=radio]")).find(
      function (one) { return one.dataset.key.toUpperCase() === key; });
    if (!wanted) {
      return;
    }
    event.preventDefault();
    wanted.checked = true;
    changed(wanted);
    let next = here.nextElementSibling;
    while (next && !next.dataset.member) {
      next = next.nextElementSibling;
    }
    const there = next && (next.querySelector("input[type=radio]:checked")
      || next.querySelector("input[type=radio]"));
    (there || wanted).focus();
  });
})();
