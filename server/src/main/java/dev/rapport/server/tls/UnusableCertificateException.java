package dev.rapport.server.tls;

/** Certificate or key will not do; the message is one sentence for the operator. */
public final class UnusableCertificateException extends RuntimeException {
    @java.io.Serial
    private static final long serialVersionUID = 1L;

    UnusableCertificateException(String message) {
        super(message);
    }

    UnusableCertificateException(String message, Throwable cause) {
        super(message, cause);
    }
}
