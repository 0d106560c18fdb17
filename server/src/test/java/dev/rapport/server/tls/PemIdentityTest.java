package dev.rapport.server.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pair of PEM files is good for. */
class PemIdentityTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void aPairIsRead(String algorithm) throws Exception {
        Certificates.write(folder, "a", algorithm);
        assertEquals(1, PemIdentity.read(file("a.crt"), file("a.key")).chain().size());
    }

    @Test
    void theKeyOfAnotherCertificateIsRefused() throws Exception {
        Certificates.write(folder, "a", "EC");
        Certificates.write(folder, "b", "EC");
        Certificates.write(folder, "c", "RSA");
        assertTrue(refusal("a.crt", "b.key").contains("is not that of the certificate"));
        assertTrue(refusal("a.crt", "c.key").contains("is not that of the certificate"));
    }

    @Test
    void whatWillNotDoIsNamedWithTheWayOut() throws Exception {
        Certificates.write(folder, "a", "EC");
        Files.writeString(file("empty"), "");
        Files.writeString(file("old.key"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        Files.writeString(file("bad.key"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertTrue(refusal("none", "a.key").contains("cannot be read"));
        assertTrue(refusal("empty", "a.key").contains("holds no certificate"));
        assertTrue(refusal("a.key", "a.key").contains("a.key"));
        assertTrue(refusal("a.crt", "empty").contains("holds no private key"));
        assertTrue(refusal("a.crt", "old.key").contains("openssl pkcs8 -topk8"));
        assertTrue(refusal("a.crt", "bad.key").contains("damaged"));
    }

    private String refusal(String certificate, String key) {
        UnusableCertificateException e =
                assertThrows(UnusableCertificateException.class, () -> PemIdentity.read(file(certificate), file(key)));
        return String.valueOf(e.getMessage());
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
