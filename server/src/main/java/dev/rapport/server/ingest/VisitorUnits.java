package dev.rapport.server.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The unit that experiments assign by: {@code HMAC-SHA256(key, site NUL device id)}, first 16 bytes, hex. The device id is random,
 * kept on the device only where the visitor consented to storage, and never stored here. The key stays for the life of the
 * data folder, because an experiment must not move anybody; it differs between sites by the site id in the input.
 */
final class VisitorUnits {
    private final byte[] key;

    VisitorUnits(byte[] key) {
        this.key = key.clone();
    }

    /** Reads the key of a data folder, or makes one that only the owner may read. */
    static VisitorUnits in(Path data) {
        Path file = data.resolve("unit.key");
        try {
            Files.createDirectories(data);
            if (!Files.exists(file)) {
                byte[] fresh = new byte[32];
                new SecureRandom().nextBytes(fresh);
                Files.writeString(file, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.CREATE_NEW);
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            return new VisitorUnits(
                    Base64.getDecoder().decode(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + data + " cannot be written: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    file + " is damaged; restore it from a backup, or delete it to make a new one");
        }
    }

    /** The unit of a device on a site. */
    String unit(String site, String device) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] digest = mac.doFinal((site + '\0' + device).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA256", e);
        }
    }
}
