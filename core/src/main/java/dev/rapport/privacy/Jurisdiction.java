package dev.rapport.privacy;

/** Where a site's visitors are, as far as the law on reading people differs. A site may name several. */
public enum Jurisdiction {
    /** European Union, Iceland, Liechtenstein and Norway. */
    EU_EEA,
    /** United Kingdom. */
    UK,
    /** Illinois. */
    US_ILLINOIS,
    /** Texas. */
    US_TEXAS,
    /** Washington State. */
    US_WASHINGTON,
    /** Any other state of the United States. */
    US_OTHER,
    /** Brazil. */
    BRAZIL,
    /** India. */
    INDIA,
    /** Anywhere else. */
    OTHER,
    /** Not stated. */
    UNSTATED
}
