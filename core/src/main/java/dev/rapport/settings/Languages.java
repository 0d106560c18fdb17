package dev.rapport.settings;

import java.util.regex.Pattern;

/** Language tags as settings write them: lower case, such as {@code en} or {@code de-at}. */
final class Languages {
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}");

    private Languages() {}

    static boolean isTag(String tag) {
        return TAG.matcher(tag).matches();
    }

    /** The part before the first dash. */
    static String primary(String tag) {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }
}
