/// Duties of the room Accounts.
let accountsDuties: [Duty] = [
    Duty(
        "ACC-01", .accounts,
        "A new account needs an application with a reason: aim, audience, promotion, who runs it, open or closed.",
        ["LLT": "3.2", "DSAT": "4", "PEN": "new accounts", "LINK": "6.2", "DHL": "new accounts"]),
    Duty(
        "ACC-02", .accounts, "At least two named members of staff run an account.",
        ["LLT": "3.2", "PEN": "new accounts", "DHL": "new accounts"]),
    Duty(
        "ACC-03", .accounts, "A named role approves or rejects an account.",
        ["LLT": "3.1, 3.2", "DSAT": "4", "PEN": "roles, new accounts", "LINK": "6.3(b)", "DHL": "roles, new accounts"]),
    Duty(
        "ACC-04", .accounts, "Whoever runs an account has read the policy and is trained, employee or not.",
        ["LLT": "3.2", "PEN": "new accounts", "DHL": "new accounts"]),
    Duty(
        "ACC-05", .accounts,
        "An account is created only after approval, by its administrator, who then contributes and monitors.",
        ["LLT": "3.1", "DSAT": "4", "PEN": "roles", "LINK": "6.3(a), 6.3(b)", "DHL": "roles"]),
    Duty(
        "ACC-06", .accounts, "Log-in details are stored securely and held by the right people.",
        ["LLT": "3.1", "PEN": "roles", "LINK": "6.3(c)", "DHL": "roles"]),
    Duty(
        "ACC-07", .accounts, "It is settled which accounts there are, and how many.",
        ["LLT": "3.2", "PEN": "new accounts", "LINK": "6.1, 6.2", "DHL": "new accounts"]),
    Duty(
        "ACC-08", .accounts, "School accounts are separate from personal ones and use a school e-mail address.",
        ["LINK": "6.3(a)"]),
    Duty(
        "ACC-09", .accounts, "When the lead of an account leaves, it is closed or handed over.",
        ["LLT": "3.1", "PEN": "roles", "DHL": "roles"]),
    Duty(
        "ACC-10", .accounts, "School accounts are professional channels, never for personal gain.",
        ["LLT": "3.4", "DSAT": "7", "PEN": "behaviour", "LINK": "6.3(d)", "DHL": "behaviour"]),
    Duty(
        "ACC-11", .accounts, "School accounts do not follow or view pupils' accounts.",
        ["LINK": "6.3(j)"]),
    Duty(
        "ACC-12", .accounts, "Whoever makes a staff group on social media answers for what is in it.",
        ["DSAT": "4, 12"]),
    Duty(
        "ACC-13", .accounts, "One-way accounts have comments off; talk goes to the school office.",
        ["LLT": "3.10"]),
    Duty(
        "ACC-14", .accounts, "Tagging people in pictures is off where possible.",
        ["LLT": "Appendix", "DHL": "Appendix"]),
    Duty(
        "ACC-15", .accounts, "Passwords are strong and changed, and privacy settings strict.",
        ["LLT": "Appendix", "DSAT": "10", "LINK": "5.5, 6.2", "DHL": "Appendix"]),
]
