package dev.rapport.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that an origin is exact: {@code scheme://host[:port]}, as browsers send it. */
final class OriginCheck {
    private static final Pattern ORIGIN = Pattern.compile(
            "(https?)://([a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*|\\[[0-9a-f:.]+])(:([0-9]{1,5}))?");

    private OriginCheck() {}

    static void check(String origin, Problems problems) {
        String path = "origins[" + Problems.shortened(origin) + "]";
        if (origin.contains("*")) {
            problems.add(path, "wildcards are not allowed; list each origin");
            return;
        }
        Matcher matcher = ORIGIN.matcher(origin);
        if (origin.length() > 261 || !matcher.matches()) {
            problems.add(
                    path,
                    "must be exactly scheme://host or scheme://host:port in lower case, without a path,"
                            + " such as https://shop.example");
            return;
        }
        String port = matcher.group(7);
        if (port != null) {
            int number = Integer.parseInt(port);
            boolean usual = number == ("https".equals(matcher.group(1)) ? 443 : 80);
            problems.unless(number >= 1 && number <= 65535, path, "has no valid port (1 to 65535)");
            problems.unless(!usual, path, "leave out the port: browsers do not send the usual one");
            problems.unless(!port.startsWith("0"), path, "write the port without a leading zero");
        }
    }
}
