package dev.rapport.server.tls;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate in two PEM files, as it is now: a handshake looks at most every few seconds whether the files changed, and new
 * connections get the new certificate. Files that will not do are reported and the certificate before stays. Thread-safe.
 */
public final class LiveCertificate extends X509ExtendedKeyManager {
    private static final Logger LOG = LoggerFactory.getLogger(LiveCertificate.class);
    private static final String ALIAS = "rapport";

    private final Path certificate;
    private final Path key;
    private final long pause;
    private final AtomicLong looked = new AtomicLong(System.nanoTime());
    private volatile PemIdentity identity;
    private volatile List<FileTime> stamps;

    /**
     * Reads the files.
     *
     * @param certificate PEM file of the chain, the server's own certificate first
     * @param key PEM file of its private key, PKCS #8, not encrypted
     * @param pause how long to wait between two looks at the files
     * @throws UnusableCertificateException with one sentence that names the file and says what to do
     */
    public LiveCertificate(Path certificate, Path key, Duration pause) {
        this.certificate = certificate;
        this.key = key;
        this.pause = pause.toNanos();
        stamps = stamps();
        identity = PemIdentity.read(certificate, key);
    }

    /** For listeners that want a context instead of a key manager. */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {this}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    private PemIdentity now() {
        long last = looked.get();
        long time = System.nanoTime();
        if (time - last >= pause && looked.compareAndSet(last, time)) {
            List<FileTime> found = stamps();
            if (!found.equals(stamps)) {
                reload(found);
            }
        }
        return identity;
    }

    private void reload(List<FileTime> found) {
        try {
            identity = PemIdentity.read(certificate, key);
            stamps = found;
            LOG.info("new connections get the certificate that is now in {}", certificate);
        } catch (UnusableCertificateException e) {
            LOG.error("the certificate before stays in use: {}", e.getMessage());
        }
    }

    private List<FileTime> stamps() {
        return List.of(stamp(certificate), stamp(key));
    }

    private static FileTime stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
        return fits(type, now()) ? new String[] {ALIAS} : null;
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return fits(type, now()) ? ALIAS : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return chooseServerAlias(type, issuers, null);
    }

    /** Key types are named by algorithm, at times with the signer's behind it: {@code EC}, {@code EC_RSA}, {@code EdDSA}. */
    private static boolean fits(String type, PemIdentity identity) {
        return type.split("_", 2)[0].equals(identity.key().getAlgorithm());
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return identity.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return identity.key();
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String @Nullable [] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
