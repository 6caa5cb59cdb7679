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
