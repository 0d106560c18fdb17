package dev.rapport.learning;

import java.util.List;

/**
 * Where a site's answers and the versions learned from them are kept. Which version is in use stands in the site's settings. Every
 * implementation passes {@code SiteLearningContract}. Methods may block on the database.
 */
public interface SiteLearning {
    /** Most answers that are given; older ones have been learned from. */
    int MOST = 5_000;

    /** The newest {@value #MOST} answers of a site, oldest day first; those of simulated visits apart. */
    List<Label> labels(String site, boolean simulated);

    /** Every version of a site, newest first. */
    List<Version> versions(String site);

    /**
     * Keeps a version.
     *
     * @throws IllegalStateException when the site has a version of this number already
     */
    void keep(String site, Version version);
}
