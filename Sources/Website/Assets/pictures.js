// Pictures of a post: each file goes up by itself with its progress shown, so that one that fails holds no other back. The
// page works without it.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form[data-pictures]");
    if (form) uploading(form);
});

function uploading(form) {
    const input = form.querySelector("input[type=file]");
    const list = form.querySelector(".uploads");
    const button = form.querySelector("button[type=submit]");
    let isBusy = false;
    input.accept = "image/jpeg,image/png,image/webp,image/gif,image/heic,image/heif,video/mp4,video/quicktime,video/webm";
    button.hidden = true;
    const asked = document.createElement("li");
    asked.textContent = "Say above whose they are, and they are sent.";
    const send = async () => {
        if (isBusy || !input.files.length) return;
        // one choice for all of them, and none is taken for granted
        const source = form.querySelector("[name=source]:checked");
        if (!source) {
            list.append(asked);
            form.querySelector("[name=source]").focus();
            return;
        }
        asked.remove();
        isBusy = true;
        let failed = 0;
        for (const file of Array.from(input.files)) {
            const line = document.createElement("li");
            const bar = document.createElement("progress");
            const words = document.createElement("span");
            bar.max = 100;
            bar.setAttribute("aria-label", `Sending ${file.name}`);
            // its name stays in this browser
            words.textContent = file.name;
            line.append(words, bar);
            list.append(line);
            const problems = await sent(form, file, source.value, bar);
            bar.remove();
            words.textContent += problems.length ? `: ${problems.join(" ")}` : ": added.";
            if (!problems.length) document.querySelector("[data-none]")?.remove();
            if (problems.length) {
                line.className = "is-block";
                failed += 1;
            }
        }
        isBusy = false;
        input.value = "";
        if (!failed) location.reload();
        else button.hidden = false;
        if (failed) button.textContent = "Show what was added";
        if (failed) button.addEventListener("click", (event) => { event.preventDefault(); location.reload(); });
    };
    input.addEventListener("change", send);
    for (const choice of form.querySelectorAll("[name=source]")) choice.addEventListener("change", send);
}

function sent(form, file, source, bar) {
    // what the server would refuse need not travel
    if (file.size > 100 * 1024 * 1024) {
        return Promise.resolve(["This file is larger than 100 MB. A picture may have 40 MB, a film 100 MB."]);
    }
    return new Promise((resolve) => {
        const data = new FormData();
        data.append("csrf", form.querySelector("[name=csrf]").value);
        data.append("live", "yes");
        data.append("source", source);
        data.append("pictures", file);
        const request = new XMLHttpRequest();
        request.open("POST", form.action);
        request.upload.addEventListener("progress", (event) => {
            if (event.lengthComputable) bar.value = Math.round(event.loaded * 100 / event.total);
        });
        request.addEventListener("load", () => {
            try {
                const problems = JSON.parse(request.responseText);
                resolve(Array.isArray(problems) ? problems : ["It was not taken in. Try again."]);
            } catch {
                const says = {
                    409: "Other pictures are still being sent. Try again in a moment; nothing is lost.",
                    413: "This file is too large.",
                    500: "It was not taken in. Try again; nothing is lost.",
                    503: "It was not taken in. Try again in a minute; nothing is lost.",
                };
                resolve([says[request.status] || "You may have been signed out. Sign in again."]);
            }
        });
        for (const name of ["error", "abort", "timeout"]) {
            request.addEventListener(name, () => resolve(["The connection broke. Choose this file again; the others are safe."]));
        }
        request.send(data);
    });
}
