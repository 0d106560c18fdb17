package dev.rapport.server.chaos;

/** One kind of harm and how it is tried. */
interface Fault {
    /** What the table calls it. */
    String name();

    /** Does the harm under load and says what came of it. */
    Verdict tried(Plan plan);
}
