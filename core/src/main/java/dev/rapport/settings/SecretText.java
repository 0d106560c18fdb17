package dev.rapport.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The text of a site secret and its hash. A plain SHA-256 is enough for 256 random bits: there is nothing to guess that a slow hash
 * would protect.
 */
public final class SecretText {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(SiteSecrets.PREFIX + "[A-Za-z0-9_-]{43}");

    private SecretText() {}

    /** A new secret. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return SiteSecrets.PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** True where a text has the form of a secret; what has not need not be looked up. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** What is kept of a secret. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
