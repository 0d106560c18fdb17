package dev.rapport.privacy;

/**
 * Why a channel is refused, in plain words, with its source. This is engineering research, not legal advice: who runs a site asks
 * a lawyer before switching on more than friction.
 */
public enum Ground {
    /** The site does not say what it is for. */
    NO_PURPOSE("State what the site is for first.", "Rapport's own rule"),
    /** Workers. */
    WORKPLACE(
            "The EU forbids inferring emotions at work. Consent does not change that, and Rapport keeps to it everywhere.",
            "EU AI Act, Article 5(1)(f), in force since 2 February 2025; outside the EU Rapport's own rule"),
    /** Applicants. */
    RECRUITMENT(
            "Applicants count as a workplace, where the EU forbids inferring emotions. Consent does not change that, and Rapport"
                    + " keeps to it everywhere.",
            "EU AI Act, Article 5(1)(f), candidate portals included; outside the EU Rapport's own rule"),
    /** Learners. */
    EDUCATION(
            "The EU forbids inferring emotions in education. Consent does not change that, and Rapport keeps to it everywhere.",
            "EU AI Act, Article 5(1)(f), learning platforms and exams included; outside the EU Rapport's own rule"),
    /** Children. */
    CHILDREN(
            "Rapport never uses this channel where visitors are children.",
            "Rapport's own rule; the EU AI Act, Article 5(1)(b), forbids exploiting age"),
    /** Users who are somebody's employees. */
    EMPLOYED_USERS(
            "A tool whose users are employees counts as a workplace in the EU, where inferring emotions is forbidden.",
            "EU AI Act, Article 5(1)(f), as read for tools between businesses"),
    /** Illinois asks for a signature. */
    WRITTEN_RELEASE(
            "Illinois asks for a written release of each visitor and a public retention policy, and Rapport collects neither.",
            "Illinois Biometric Information Privacy Act, section 15(a) and (b)"),
    /** Texas was not looked at closely enough. */
    TEXAS(
            "Texas has a law of its own on faces and voices that nobody has checked for Rapport yet.",
            "Rapport's own rule until a lawyer has checked Texas law"),
    /** Washington lets every visitor sue. */
    WASHINGTON(
            "Washington counts biometric data as health data and lets visitors sue; Rapport keeps cameras and microphones off there.",
            "Washington My Health My Data Act; refusing is Rapport's own choice"),
    /** A law that nobody has read. */
    LAW_NOT_CHECKED(
            "Nobody has checked this country's law for Rapport yet, so what is refused anywhere is refused here.",
            "Rapport's own rule"),
    /** Visitors may be anywhere. */
    PLACE_UNSTATED("State where visitors are first: they may be where this is not allowed.", "Rapport's own rule");

    private final String plain;
    private final String source;

    Ground(String plain, String source) {
        this.plain = plain;
        this.source = source;
    }

    /** One or two sentences for the console. */
    public String plain() {
        return plain;
    }

    /** The law, or that the rule is ours. */
    public String source() {
        return source;
    }
}
