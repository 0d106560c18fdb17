package dev.rapport.settings;

import dev.rapport.hint.HintText;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps selling, pressure and mind-reading out of hints: no price, discount, urgency or countdown, and no word on how the
 * visitor feels, in English, German, French and Spanish. Amounts of money are found in any language.
 */
final class HintTextLint {
    private static final Pattern MONEY = Pattern.compile(
            "[€$£¥]\\s?\\d|\\d\\s?[€$£¥]|\\d\\s?(?:eur|usd|gbp|chf)\\b|\\b(?:eur|usd|gbp|chf)\\s?\\d|-\\s?\\d{1,2}\\s?%",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, Pattern> PRESSURE = Map.of(
            "en",
            words(
                    "discounts?|cheap(?:er|est)?|bargains?|special offers?|on sale|sale ends|\\d+\\s?%\\s?off|price[sd]?",
                    "hurry|act now|buy now|order now|last chance|limited time|limited offer|today only|while stocks? lasts?",
                    "ends? (?:soon|today|tonight)|expires? (?:soon|today|in)|countdown|don['’]t miss|only \\d+ left",
                    "selling fast|almost gone|running out|before it['’]s too late|\\d+ (?:people|others) are"),
            "de",
            words(
                    "rabatt\\w*|preis\\w*|billig\\w*|schnäppchen|sonderangebot\\w*|gutscheinaktion|\\d+\\s?%\\s?reduziert",
                    "beeil\\w*|jetzt (?:kaufen|bestellen|zugreifen)|letzte chance|nur (?:noch )?heute|nur für kurze zeit",
                    "nur noch \\d+|läuft (?:bald|heute) ab|endet (?:bald|heute)|countdown|nicht verpassen|fast ausverkauft"),
            "fr",
            words(
                    "remises?|prix|soldes?|promotions?|bon marché|offre spéciale|\\d+\\s?% de réduction|réductions?",
                    "dépêchez|achetez maintenant|dernière chance|aujourd['’]hui seulement|durée limitée|compte à rebours",
                    "plus que \\d+|expire bientôt|ne manquez pas|presque épuisé"),
            "es",
            words(
                    "descuentos?|precios?|rebajas?|ofertas? especial(?:es)?|barat[oa]s?|ganga",
                    "date prisa|compra ahora|última oportunidad|solo hoy|sólo hoy|tiempo limitado|cuenta atrás",
                    "solo quedan|sólo quedan|caduca pronto|no te lo pierdas|casi agotado"));

    /** A hint describes the page; what a visitor feels nobody here knows. */
    private static final Map<String, Pattern> FEELINGS = Map.of(
            "en",
            words(
                    "(?:you|you['’]re|your)\\b[^.?!]{0,40}\\b(?:frustrat\\w*|angry|anger|annoy\\w*|upset|confus\\w*|stress\\w*|"
                            + "struggling|nervous|anxious|sad|mood|feelings?|emotion\\w*)"),
            "de",
            words(
                    "(?:sie|du|ihre?|deine?)\\b[^.?!]{0,40}\\b(?:frustriert|verärgert|wütend|genervt|verwirrt|gestresst|nervös|"
                            + "traurig|frust|ärger|stimmung|gefühle?)"),
            "fr",
            words(
                    "(?:vous|tu|votre|ta)\\b[^.?!]{0,40}\\b(?:frustrée?s?|énervée?s?|en colère|agacée?s?|perdue?s?|stressée?s?|"
                            + "tristes?|humeur|émotions?)"),
            "es",
            words(
                    "(?:usted|tú|te|está[sn]?|pareces?|su|tu)\\b[^.?!]{0,40}\\b(?:frustrad[oa]s?|enfadad[oa]s?|enojad[oa]s?|"
                            + "molest[oa]s?|confundid[oa]s?|estresad[oa]s?|triste|ánimo|emociones)"));

    private HintTextLint() {}

    static void check(String path, String language, HintText text, Problems problems) {
        one(path + ".title", language, text.title(), problems);
        one(path + ".body", language, text.body(), problems);
        one(path + ".action", language, text.action(), problems);
        for (int i = 0; i < text.choices().size(); i++) {
            one(path + ".choices[" + i + "]", language, text.choices().get(i), problems);
        }
    }

    private static void one(String path, String language, String text, Problems problems) {
        Pattern own = PRESSURE.get(Languages.primary(language));
        for (Pattern pattern : own == null ? List.of(MONEY) : List.of(MONEY, own)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                problems.add(
                        path,
                        "'" + matcher.group()
                                + "' sells or presses; a hint helps, without price, discount, urgency or countdown");
                return;
            }
        }
        Pattern feelings = FEELINGS.get(Languages.primary(language));
        if (feelings != null) {
            Matcher matcher = feelings.matcher(text);
            if (matcher.find()) {
                problems.add(
                        path, "'" + matcher.group() + "' says how the visitor feels; say what the page does instead");
            }
        }
    }

    private static Pattern words(String... groups) {
        return Pattern.compile(
                "(?<![\\p{L}\\d])(?:" + String.join("|", groups) + ")(?!\\p{L})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
