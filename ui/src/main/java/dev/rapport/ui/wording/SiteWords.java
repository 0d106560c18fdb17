package dev.rapport.ui.wording;

import dev.rapport.admin.Role;
import dev.rapport.frame.Channel;
import dev.rapport.privacy.Ground;
import dev.rapport.privacy.Jurisdiction;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.privacy.PrivacyPolicy.Purpose;
import dev.rapport.privacy.Ruling;
import java.util.Optional;

/** Plain names around a site: purposes, channels, roles. */
public final class SiteWords {
    private SiteWords() {}

    /** What a site is for. */
    public static String purpose(Purpose purpose) {
        return switch (purpose) {
            case UNSTATED -> "Not stated";
            case PUBLIC_CONSUMER -> "Open to the public";
            case BUSINESS_USERS -> "People at work for another business";
            case WORKPLACE -> "Our own workers";
            case RECRUITMENT -> "Applicants";
            case EDUCATION -> "Learners";
            case HEALTH -> "Patients";
            case CHILDREN -> "Children";
            case PUBLIC_SERVICE -> "A public authority";
        };
    }

    /** A channel's name. */
    public static String channel(Channel channel) {
        return switch (channel) {
            case FRICTION -> "Friction";
            case TYPING -> "Typing rhythm";
            case POINTER -> "Pointer movement";
            case TEXT -> "Tone of text";
            case FACE -> "Face";
            case VOICE -> "Voice";
            case HEART -> "Heart rate";
            case BODY -> "Movement of the device";
        };
    }

    /** What leaves the page on a channel. */
    public static String collected(Channel channel) {
        return switch (channel) {
            case FRICTION ->
                "What the page did to the visitor's task: futile clicks, failing fields, backtracking. Always on.";
            case TYPING -> "Counts and sums of gaps between key presses per second. Never keys, never text.";
            case POINTER -> "Path length, reversals and pauses per second. Never coordinates.";
            case TEXT -> "One tone number per message, worked out on the page. Never the text.";
            case FACE -> "Face ratios worked out on the device. Never a picture.";
            case VOICE -> "Pitch and loudness numbers worked out on the device. Never sound.";
            case HEART -> "Heart rate of a sensor that the visitor connects.";
            case BODY -> "How much a hand-held device is moved and turned. Never a position.";
        };
    }

    /** A place where visitors may be. */
    public static String place(Jurisdiction place) {
        return switch (place) {
            case EU_EEA -> "European Union, Iceland, Liechtenstein, Norway";
            case UK -> "United Kingdom";
            case US_ILLINOIS -> "USA: Illinois";
            case US_TEXAS -> "USA: Texas";
            case US_WASHINGTON -> "USA: Washington State";
            case US_OTHER -> "USA: other states";
            case BRAZIL -> "Brazil";
            case INDIA -> "India";
            case OTHER -> "Elsewhere";
            case UNSTATED -> "Not stated";
        };
    }

    /** Why a site of this policy cannot use a channel, whatever is switched on; empty when it can. */
    public static Optional<String> refused(Channel channel, PrivacyPolicy policy) {
        return policy.ruling(channel) instanceof Ruling.Refused(Ground ground)
                ? Optional.of(ground.plain())
                : Optional.empty();
    }

    /** A role's name. */
    public static String role(Role role) {
        return switch (role) {
            case OWNER -> "Owner";
            case EDITOR -> "Editor";
            case ANALYST -> "Analyst";
            case VIEWER -> "Viewer";
        };
    }

    /** What a role may do. */
    public static String duties(Role role) {
        return switch (role) {
            case OWNER -> "everything, administrators included";
            case EDITOR -> "change sites, responses and experiments";
            case ANALYST -> "read every report";
            case VIEWER -> "read the overview and live pages";
        };
    }
}
