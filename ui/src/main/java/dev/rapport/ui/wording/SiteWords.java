package dev.rapport.ui.wording;

import dev.rapport.admin.Role;
import dev.rapport.frame.Channel;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.privacy.PrivacyPolicy.Purpose;
import java.util.EnumSet;
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

    /** Why a channel cannot be used for a purpose, whatever is switched on; empty when it can. */
    public static Optional<String> refused(Channel channel, Purpose purpose) {
        if (new PrivacyPolicy(purpose, EnumSet.allOf(Channel.class)).allows(channel)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (purpose) {
                    case UNSTATED -> "State what the site is for first.";
                    case WORKPLACE ->
                        "The EU AI Act, Article 5(1)(f), forbids inferring emotions at work. Consent does not change that.";
                    case RECRUITMENT ->
                        "Applicants count as a workplace under the EU AI Act, Article 5(1)(f). Consent does not change that.";
                    case EDUCATION ->
                        "The EU AI Act, Article 5(1)(f), forbids inferring emotions in education. Consent does not change that.";
                    case CHILDREN -> "Rapport never uses this channel where visitors are children.";
                    case PUBLIC_CONSUMER, BUSINESS_USERS, HEALTH, PUBLIC_SERVICE -> "Not allowed for this purpose.";
                });
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
