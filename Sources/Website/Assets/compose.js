// Write a post: the check while one types, marks in the text, saving, and the keyboard. The page works without it.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form[data-compose]");
    if (form) compose(form);
});

function compose(form) {
    const text = form.querySelector("#text");
    const editor = form.querySelector("[data-marks]");
    const layer = document.createElement("div");
    layer.className = "editor-marks";
    layer.setAttribute("aria-hidden", "true");
    editor.prepend(layer);
    editor.classList.replace("editor-plain", "editor");
    text.classList.remove("textarea");
    form.classList.add("is-live");

    let marks = inUnits(JSON.parse(editor.dataset.marks || "[]"), text.value);
    let before = text.value;
    let checkSoon = 0;
    let saveSoon = 0;
    let isSaved = true;
    let asked = 0;
    const kept = "chaperone-draft:" + form.getAttribute("action");

    restore();
    draw();
    // Before there is anything to say of the text, the room beside it is for the school's own guidance.
    const tone = form.querySelector(".tone");
    if (tone && !text.value && matchMedia("(min-width: 62rem)").matches) tone.open = true;

    form.addEventListener("input", (event) => {
        if (event.target === text) {
            marks = moved(marks, before, text.value);
            before = text.value;
            draw();
        }
        if (!event.target.closest(".answering")) changed();
    });
    form.addEventListener("change", (event) => {
        if (!event.target.closest(".answering") && event.target.id !== "unfold") changed();
    });
    form.addEventListener("click", (event) => {
        const button = event.target.closest("button[name=replace]");
        if (button) {
            event.preventDefault();
            const [passage, words] = button.value.split("\u001f");
            for (const area of form.querySelectorAll("#text, textarea[name^=own-]")) {
                area.value = area.value.replaceAll(passage, words);
            }
            marks = moved(marks, before, text.value);
            before = text.value;
            draw();
            changed();
            text.focus();
            return;
        }
        const link = event.target.closest("a[data-passage]");
        if (link) {
            const at = text.value.indexOf(link.dataset.passage);
            if (at < 0) return;
            event.preventDefault();
            text.focus();
            text.setSelectionRange(at, at + link.dataset.passage.length);
            editor.scrollIntoView({ block: "center" });
        }
    });
    document.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form.contains(event.target)) {
            event.preventDefault();
            talk("save", true);
        } else if ((event.key === "j" || event.key === "k") && !event.ctrlKey && !event.metaKey && !event.altKey) {
            if (event.target.closest("input, textarea, select")) return;
            step(event.key === "j" ? 1 : -1);
        }
    });
    document.addEventListener("visibilitychange", () => {
        if (document.hidden && !isSaved) talk("save", false);
    });
    form.addEventListener("submit", () => {
        isSaved = true;
        clearTimeout(checkSoon);
        clearTimeout(saveSoon);
    });

    function changed() {
        isSaved = false;
        clearTimeout(checkSoon);
        clearTimeout(saveSoon);
        checkSoon = setTimeout(() => talk("check", true), 400);
        saveSoon = setTimeout(() => talk("save", true), 2500);
        keep();
    }

    // One request: the server checks, and saves when asked to.
    async function talk(what, announce) {
        const number = ++asked;
        const sent = new URLSearchParams(new FormData(form));
        sent.set("live", what);
        try {
            const answer = await fetch(form.action, { method: "POST", body: sent, keepalive: what === "save" && sent.toString().length < 60000 });
            const type = answer.headers.get("content-type") || "";
            if (answer.redirected || !type.startsWith("application/json")) return signedOut(answer);
            const news = await answer.json();
            if (news.version !== undefined) form.elements.version.value = news.version;
            if (news.action && form.getAttribute("action") !== news.action) moveTo(news.action, sent);
            if (news.saved) saved(news.saved, sent);
            if (news.trouble) return say(news.trouble, "is-block");
            if (number === asked) show(news, announce);
        } catch {
            say("Not saved: no connection. Your text is kept in this window.", "is-hold");
        }
    }

    function show(news, announce) {
        const body = form.querySelector("#found-body");
        const answers = [...body.querySelectorAll(".answering")].map((box) => ({
            key: box.querySelector("input[type=hidden]").value,
            open: box.open,
            kind: box.querySelector("input[type=radio]:checked")?.value,
            says: box.querySelector("textarea").value,
        }));
        const unfolded = body.querySelector("#unfold")?.checked;
        body.innerHTML = news.found;
        if (unfolded && body.querySelector("#unfold")) body.querySelector("#unfold").checked = true;
        for (const box of body.querySelectorAll(".answering")) {
            const old = answers.find((one) => one.key === box.querySelector("input[type=hidden]").value);
            if (!old) continue;
            box.open = old.open;
            box.querySelector("textarea").value = old.says;
            for (const radio of box.querySelectorAll("input[type=radio]")) radio.checked = radio.value === old.kind;
        }
        form.querySelector("#previews").innerHTML = news.looks;
        form.querySelector("#send-box").innerHTML = news.send;
        form.querySelector("#dock").innerHTML = news.dock;
        form.querySelector("#count").textContent = news.count;
        const age = form.querySelector("#reading-age");
        if (age) age.textContent = news.readingAge || "";
        marks = inUnits(news.marks, text.value);
        draw();
        if (announce) {
            const box = form.querySelector("#announce");
            if (box.textContent !== news.announce) box.textContent = news.announce;
        }
    }

    function saved(when, sent) {
        const now = new URLSearchParams(new FormData(form));
        isSaved = now.get("text") === sent.get("text");
        if (isSaved) sessionStorage.removeItem(kept);
        say(when, "");
    }

    function say(words, tone) {
        const status = document.querySelector("#status");
        let line = status.querySelector(".said");
        if (!line) {
            status.querySelector("span")?.remove();
            line = document.createElement("span");
            status.prepend(line);
        }
        line.className = "said " + tone;
        if (line.textContent !== words) line.textContent = words;
    }

    function moveTo(action, sent) {
        form.setAttribute("action", action);
        history.replaceState(null, "", action);
        sessionStorage.removeItem("chaperone-draft:" + sent.get("action"));
        sessionStorage.removeItem(kept);
    }

    // The session is over, or the page is old: the text stays here, and comes back after signing in.
    function signedOut(answer) {
        keep();
        say(answer.redirected ? "You are signed out. Your text is kept: " : "Not saved. Your text is kept: ", "is-hold");
        const line = document.querySelector("#status .said");
        const link = document.createElement("a");
        link.href = answer.redirected ? form.dataset.signin : location.href;
        link.textContent = answer.redirected ? "sign in again" : "load the page again";
        line.append(link);
    }

    function keep() {
        const fields = [...new FormData(form)].filter(([name]) => name !== "csrf" && name !== "version");
        try { sessionStorage.setItem(kept, JSON.stringify(fields)); } catch { /* full or forbidden */ }
    }

    function restore() {
        const found = sessionStorage.getItem(kept);
        if (!found) return;
        const fields = JSON.parse(found);
        const words = fields.find(([name]) => name === "text")?.[1] ?? "";
        if (words === text.value.replaceAll("\n", "\r\n") || words === text.value || !words) {
            sessionStorage.removeItem(kept);
            return;
        }
        for (const [name, value] of fields) {
            for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
                if (field.type === "checkbox" || field.type === "radio") {
                    if (field.value === value) field.checked = true;
                } else if (field.type !== "hidden" && field.type !== "submit") {
                    field.value = value.replaceAll("\r\n", "\n");
                }
            }
        }
        before = text.value;
        marks = [];
        say("Your text from before is back. It is not saved yet.", "is-hold");
        changed();
    }

    function draw() {
        layer.replaceChildren();
        let at = 0;
        for (const mark of marks) {
            if (mark.to <= at) continue;
            const from = Math.max(mark.from, at);
            layer.append(text.value.slice(at, from));
            const drawn = document.createElement("mark");
            drawn.className = mark.tone;
            for (const number of mark.numbers) {
                const pin = document.createElement("span");
                pin.className = "pin";
                pin.textContent = number;
                drawn.append(pin);
            }
            drawn.append(text.value.slice(from, mark.to));
            layer.append(drawn);
            at = mark.to;
        }
        // A last line break has no height without something after it.
        layer.append(text.value.slice(at) + "\u200b");
    }

    function step(by) {
        const all = [...form.querySelectorAll(".finding")];
        if (!all.length) return;
        const here = all.indexOf(document.activeElement.closest(".finding"));
        const next = all[Math.min(all.length - 1, Math.max(0, here + by))];
        const unfold = form.querySelector("#unfold");
        if (unfold && next.classList.contains("later")) unfold.checked = true;
        next.focus();
        next.scrollIntoView({ block: "nearest" });
    }
}

// The server counts characters as Unicode scalars; a text area counts UTF-16 units.
function inUnits(marks, text) {
    const starts = [];
    let at = 0;
    for (const sign of text) {
        starts.push(at);
        at += sign.length;
    }
    starts.push(at);
    return marks
        .map((mark) => ({ ...mark, from: starts[mark.from] ?? at, to: starts[mark.to] ?? at }))
        .sort((one, other) => one.from - other.from || one.to - other.to);
}

// Marks stay with their words while one types before or after them, and go when their words change.
function moved(marks, old, now) {
    let start = 0;
    while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
    let end = 0;
    while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
    const by = now.length - old.length;
    return marks
        .filter((mark) => mark.to <= start || mark.from >= old.length - end)
        .map((mark) => (mark.to <= start ? mark : { ...mark, from: mark.from + by, to: mark.to + by }));
}
