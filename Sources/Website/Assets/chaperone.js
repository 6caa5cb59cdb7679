// Scripts only add: every page works without them.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
    document.querySelector(".error-summary")?.focus();
    for (const menu of document.querySelectorAll("details.menu")) {
        document.addEventListener("keydown", (event) => {
            if (event.key === "Escape" && menu.open) {
                menu.open = false;
                menu.querySelector("summary").focus();
            }
        });
    }
});

// A row of tabs that is longer than the page is wide shows the one that is open, and whole the one in focus.
document.addEventListener("DOMContentLoaded", () => {
    document.addEventListener("focusin", (event) => {
        if (event.target.closest(".tabs")) event.target.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    });
    for (const open of document.querySelectorAll(".tabs [aria-current]")) {
        const row = open.closest(".tabs");
        row.scrollLeft += open.getBoundingClientRect().left - row.getBoundingClientRect().left - 44;
    }
});

// Copies the words of a field with one tap; without a script they are chosen and copied by hand.
document.addEventListener("DOMContentLoaded", () => {
    if (!navigator.clipboard) return;
    for (const box of document.querySelectorAll(".with-clipboard")) box.hidden = false;
    document.addEventListener("click", async (event) => {
        const button = event.target.closest("[data-copy]");
        if (!button) return;
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
        const words = button.querySelector("span");
        words.setAttribute("role", "status");
        words.textContent = "Copied";
    });
});

// Hands all pictures of a page to the telephone in one press, which saves them; elsewhere one file holds them all.
document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-share]");
    if (!button || !navigator.canShare?.({ files: [new File(["."], "picture.jpg", { type: "image/jpeg" })] })) return;
    button.parentElement.hidden = false;
    const words = button.querySelector("span");
    let files = null;
    button.addEventListener("click", async () => {
        try {
            files ??= await Promise.all(Array.from(document.querySelectorAll("[data-saves]"), async (link, at) => {
                const picture = await (await fetch(link.href)).blob();
                return new File([picture], `picture-${at + 1}.${picture.type.split("/")[1].replace("jpeg", "jpg")}`, { type: picture.type });
            }));
            await navigator.share({ files });
        } catch (error) {
            // fetching them took longer than a press counts
            if (error.name === "NotAllowedError") words.textContent = "They are ready: press once more";
        }
    });
});

// A field for a day gets a button with the browser's calendar; the day is written in words either way.
document.addEventListener("DOMContentLoaded", () => {
    if (!HTMLInputElement.prototype.showPicker) return;
    const words = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    for (const field of document.querySelectorAll("input[data-day]")) {
        const box = document.createElement("span");
        box.className = "dated";
        field.replaceWith(box);
        const calendar = document.createElement("input");
        calendar.type = "date";
        calendar.tabIndex = -1;
        calendar.setAttribute("aria-hidden", "true");
        const button = document.createElement("button");
        button.type = "button";
        button.className = "btn btn-2";
        button.setAttribute("aria-label", `${document.querySelector(`label[for="${field.id}"]`)?.textContent}: choose in a calendar`);
        button.innerHTML = '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M4.5 6h15v13.5h-15zM4.5 10.2h15M8.5 3.8V7M15.5 3.8V7"/></svg>';
        box.append(field, calendar, button);
        button.addEventListener("click", () => {
            const day = new Date(`${field.value} UTC`);
            calendar.value = field.value && !Number.isNaN(day.valueOf()) ? day.toISOString().slice(0, 10) : "";
            calendar.showPicker();
        });
        calendar.addEventListener("change", () => {
            if (!calendar.valueAsDate) return;
            field.value = words.format(calendar.valueAsDate);
            field.dispatchEvent(new Event("input", { bubbles: true }));
            field.focus();
        });
    }
});

// Printing by a button of the page; without a script the browser's own menu does it.
document.addEventListener("DOMContentLoaded", () => {
    for (const box of document.querySelectorAll("[data-prints]")) {
        box.hidden = false;
        box.querySelector("button").addEventListener("click", () => window.print());
        // what was changed since is not on the page that would be printed
        box.closest("form")?.addEventListener("input", () => { box.hidden = true; });
    }
});

// A link to something folded away unfolds it.
document.addEventListener("DOMContentLoaded", () => {
    const unfold = (id) => {
        for (let box = id && document.getElementById(id); box; box = box.parentElement) {
            if (box.tagName === "DETAILS") box.open = true;
        }
    };
    unfold(location.hash.slice(1));
    document.addEventListener("click", (event) => unfold(event.target.closest('a[href^="#"]')?.hash.slice(1)));
});

// How many characters are left in a field that holds only so many; said aloud when few are.
document.addEventListener("DOMContentLoaded", () => {
    for (const area of document.querySelectorAll("textarea[data-most]")) {
        const says = document.createElement("p");
        says.className = "small muted";
        says.setAttribute("role", "status");
        area.after(says);
        const count = () => {
            const left = Number(area.dataset.most) - [...area.value].length;
            says.textContent = left < 0 ? `${-left} characters too many` : `${left} characters left`;
            says.setAttribute("aria-live", left < 100 ? "polite" : "off");
        };
        area.addEventListener("input", count);
        count();
    }
});
