package dev.rapport.ui.wording;

import com.vaadin.flow.component.UI;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Numbers and times as the reader writes them.
 *
 * @param locale the browser's
 * @param zone the browser's
 */
public record Numbers(Locale locale, ZoneId zone) {
    /** As the current page's reader writes them; the time zone is UTC until the browser has told its own. */
    public static Numbers current() {
        UI ui = UI.getCurrent();
        if (ui == null) {
            return new Numbers(Locale.ENGLISH, ZoneId.of("UTC"));
        }
        String zone = ui.getPage().getExtendedClientDetails().getTimeZoneId();
        Locale locale = ui.getSession().getBrowser().getLocale();
        return new Numbers(
                locale == null ? ui.getLocale() : locale,
                zone != null && ZoneId.getAvailableZoneIds().contains(zone) ? ZoneId.of(zone) : ZoneId.of("UTC"));
    }

    /** A count with grouping. */
    public String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** A share as whole percent; "–" where it is not a number. */
    public String percent(double share) {
        return percent(share, 0);
    }

    /** A share as percent with so many digits; "–" where it is not a number. */
    public String percent(double share, int digits) {
        if (Double.isNaN(share)) {
            return "–";
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(share);
    }

    /** A share of two counts as percent; "–" where nothing was counted. */
    public String share(long part, long whole) {
        return percent(whole == 0 ? Double.NaN : (double) part / whole, 1);
    }

    /** A number with at most so many digits after the point; "–" where it is not a number. */
    public String decimal(double number, int digits) {
        if (Double.isNaN(number)) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        format.setMinimumFractionDigits(digits);
        return format.format(number);
    }

    /** Date and time of day. */
    public String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(at);
    }

    /** How long ago, roughly. */
    public static String ago(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 2) {
            return "now";
        }
        return seconds < 90 ? seconds + " s ago" : age.toMinutes() + " min ago";
    }
}
