package dev.rapport.admin;

/** What an administrator may do; each includes what the ones below may. */
public enum Role {
    /** Everything, administrators included. */
    OWNER,
    /** Change sites, responses and experiments. */
    EDITOR,
    /** Read every report and export. */
    ANALYST,
    /** Read the overview and live pages. */
    VIEWER;

    /** True when this role includes {@code needed}. */
    public boolean includes(Role needed) {
        return ordinal() <= needed.ordinal();
    }
}
