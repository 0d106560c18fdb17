package dev.rapport.server.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate chain and its private key.
 *
 * @param chain the server's own certificate first
 * @param key of the first certificate
 */
record PemIdentity(List<X509Certificate> chain, PrivateKey key) {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Pattern OTHER_KEY = Pattern.compile("-----BEGIN ([A-Z ]*)PRIVATE KEY-----");
    private static final byte[] PROOF = "which of the two keys is yours?".getBytes(StandardCharsets.US_ASCII);

    /**
     * Reads both files.
     *
     * @throws UnusableCertificateException with one sentence that names the file and says what to do
     */
    static PemIdentity read(Path certificate, Path key) {
        List<X509Certificate> chain = chain(certificate);
        PrivateKey own = key(key);
        if (!belongTogether(chain.getFirst().getPublicKey(), own)) {
            throw new UnusableCertificateException("the key in " + key + " is not that of the certificate in "
                    + certificate + "; name the two files of one certificate");
        }
        return new PemIdentity(chain, own);
    }

    private static List<X509Certificate> chain(Path file) {
        try {
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes(file)));
            List<X509Certificate> chain =
                    read.stream().map(X509Certificate.class::cast).toList();
            if (!chain.isEmpty()) {
                return chain;
            }
        } catch (CertificateException e) {
            throw new UnusableCertificateException(
                    file + " is not a PEM file of X.509 certificates: " + e.getMessage(), e);
        }
        throw new UnusableCertificateException(file + " holds no certificate; it must be a PEM file with the chain");
    }

    private static PrivateKey key(Path file) {
        String text = new String(bytes(file), StandardCharsets.ISO_8859_1);
        Matcher key = KEY.matcher(text);
        if (!key.find()) {
            Matcher other = OTHER_KEY.matcher(text);
            throw new UnusableCertificateException(
                    other.find()
                            ? file + " holds a key of the kind '"
                                    + other.group(1).strip() + "'; convert it: openssl pkcs8 -topk8 -nocrypt -in "
                                    + file + " -out key.pem"
                            : file + " holds no private key; it must be a PEM file with BEGIN PRIVATE KEY");
        }
        PKCS8EncodedKeySpec spec;
        try {
            spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(key.group(1)));
        } catch (IllegalArgumentException e) {
            throw new UnusableCertificateException(file + " is damaged: " + e.getMessage(), e);
        }
        for (String algorithm : List.of("EC", "RSA", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                continue; // not of this kind
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no " + algorithm + " keys", e);
            }
        }
        throw new UnusableCertificateException(
                file + " holds a key that is neither EC, RSA nor Ed25519, or is damaged");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnusableCertificateException(
                    "the file " + file + " cannot be read (" + e.getMessage() + "); check path and permissions", e);
        }
    }

    private static boolean belongTogether(PublicKey open, PrivateKey secret) {
        String algorithm = switch (secret.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> "Ed25519";
        };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(secret);
            signature.update(PROOF);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(PROOF);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // keys of different kinds
        }
    }
}
