import Foundation
import Governance

/// The words of mails to families, in the languages of the page that their link opens. Never a child's name, and nothing of
/// what was answered: a mail may be read by others.
package struct FamilyMailWords: Sendable {
    package let language: FamilyLanguage
    /// With `{school}`.
    private let subject: String
    /// With `{name}`, `{school}`, `{link}`, `{day}` and `{again}`.
    private let text: String
    /// Those of every language, in their order.
    package static let all: [FamilyMailWords] = [english, polish, romanian, portuguese, ukrainian, urdu, arabic]

    static func of(_ language: FamilyLanguage) -> FamilyMailWords { all.first { $0.language == language } ?? english }

    func subject(at school: String) -> String { filled(subject, ["school": isolated(school)]) }

    /// - Parameters:
    ///   - link: the whole address, without the language.
    ///   - again: where a fresh link is asked for.
    func text(to name: String, at school: String, link: String, until day: Day, again: String) -> String {
        let words = filled(
            text,
            [
                "name": isolated(name), "school": isolated(school), "link": "\(link)?in=\(language.rawValue)",
                "day": written(day),
                "again": "\(again)?in=\(language.rawValue)",
            ])
        let others = FamilyLanguage.allCases.filter { $0 != language }.map { "\($0.title): \(link)?in=\($0.rawValue)" }
        return words + "\n\n" + others.joined(separator: "\n")
    }

    /// In words that run from right to left a name keeps its own direction, and what stands about it keeps theirs.
    private func isolated(_ name: String) -> String {
        language.isRightToLeft ? "\u{2068}\(name)\u{2069}" : name
    }

    private func filled(_ words: String, _ values: [String: String]) -> String {
        // one pass, so that nothing that somebody is called is read as a place to fill
        var text = ""
        var rest = words[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open] + (values[String(rest[rest.index(after: open)..<close])] ?? "")
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// `06/12/2026` where the names of months are not in every reader's letters.
    private func written(_ day: Day) -> String {
        if language == .english { return day.inWords }
        let two = { (number: Int) in number < 10 ? "0\(number)" : String(number) }
        let mark = [.polish, .romanian, .ukrainian].contains(language) ? "." : "/"
        return [two(day.day), two(day.month), String(day.year)].joined(separator: mark)
    }

    static let english = FamilyMailWords(
        language: .english, subject: "{school}: may we show pictures of your child?",
        text: """
            Dear {name},

            you decide where {school} may show pictures and videos of your child. It takes a minute, and you need no \
            password:

            {link}

            The link works until {day}. Nothing is saved until you press the button on that page. You can change your \
            answer, or take it back, on any day: ask for a new link at {again}
            """)

    private static let polish = FamilyMailWords(
        language: .polish, subject: "{school}: czy możemy pokazywać zdjęcia Państwa dziecka?",
        text: """
            Dzień dobry, {name}!

            To Państwo decydują, gdzie {school} może pokazywać zdjęcia i filmy z Państwa dzieckiem. Zajmie to minutę i nie \
            wymaga hasła:

            {link}

            Link działa do {day}. Nic nie zostanie zapisane przed naciśnięciem przycisku na tej stronie. Odpowiedź można \
            zmienić lub wycofać w każdej chwili: nowy link można otrzymać na stronie {again}
            """)

    private static let romanian = FamilyMailWords(
        language: .romanian, subject: "{school}: putem arăta imagini cu copilul dumneavoastră?",
        text: """
            Bună ziua, {name},

            dumneavoastră decideți unde poate {school} să arate fotografii și înregistrări video cu copilul dumneavoastră. \
            Durează un minut și nu aveți nevoie de parolă:

            {link}

            Linkul este valabil până la {day}. Nimic nu se salvează înainte de a apăsa butonul din acea pagină. Puteți \
            schimba sau retrage răspunsul în orice zi: cereți un link nou la {again}
            """)

    private static let portuguese = FamilyMailWords(
        language: .portuguese, subject: "{school}: podemos mostrar imagens do seu filho ou da sua filha?",
        text: """
            Olá, {name},

            a decisão sobre onde {school} pode mostrar fotografias e vídeos do seu filho ou da sua filha é sua. Demora um \
            minuto e não precisa de palavra-passe:

            {link}

            A ligação funciona até {day}. Nada é guardado antes de carregar no botão dessa página. Pode mudar ou retirar a \
            sua resposta em qualquer dia: peça uma nova ligação em {again}
            """)

    private static let ukrainian = FamilyMailWords(
        language: .ukrainian, subject: "{school}: чи можемо ми показувати фото вашої дитини?",
        text: """
            Вітаємо, {name}!

            Ви вирішуєте, де {school} може показувати фото й відео вашої дитини. Це займе хвилину, пароль не потрібен:

            {link}

            Посилання діє до {day}. Нічого не зберігається, доки ви не натиснете кнопку на цій сторінці. Змінити або \
            відкликати відповідь можна будь-якого дня: нове посилання можна отримати на {again}
            """)

    private static let urdu = FamilyMailWords(
        language: .urdu, subject: "{school}: کیا ہم آپ کے بچے کی تصویریں دکھا سکتے ہیں؟",
        text: """
            محترم/محترمہ {name}،

            یہ فیصلہ آپ کا ہے کہ {school} آپ کے بچے کی تصویریں اور ویڈیوز کہاں دکھا سکتا ہے۔ اس میں ایک منٹ لگتا ہے اور \
            پاس ورڈ کی ضرورت نہیں:

            {link}

            یہ لنک {day} تک کام کرے گا۔ اُس صفحے پر بٹن دبانے سے پہلے کچھ محفوظ نہیں ہوتا۔ آپ کسی بھی دن اپنا جواب بدل یا \
            واپس لے سکتے ہیں: نیا لنک یہاں سے حاصل کریں: {again}
            """)

    private static let arabic = FamilyMailWords(
        language: .arabic, subject: "{school}: هل يجوز لنا عرض صور طفلكم؟",
        text: """
            السيد/السيدة {name}،

            أنتم تقررون أين يجوز لمدرسة {school} أن تعرض صور طفلكم ومقاطع الفيديو التي يظهر فيها. يستغرق ذلك دقيقة واحدة \
            ولا يحتاج إلى كلمة مرور:

            {link}

            يعمل الرابط حتى {day}. لا يُحفظ شيء قبل الضغط على الزر في تلك الصفحة. يمكنكم تغيير إجابتكم أو سحبها في أي يوم: \
            اطلبوا رابطًا جديدًا من {again}
            """)
}
