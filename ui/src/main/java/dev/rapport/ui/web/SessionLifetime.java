package dev.rapport.ui.web;

import dev.rapport.ui.access.SignedIn;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Ends a session that was signed in too long ago, however busy it is. */
final class SessionLifetime implements Filter {
    /** Longest time from a sign-in to the next. */
    static final Duration LONGEST = Duration.ofHours(12);

    private final Clock clock;

    SessionLifetime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http) {
            HttpSession session = http.getSession(false);
            if (session != null
                    && session.getAttribute(SignedIn.SINCE) instanceof Instant since
                    && since.plus(LONGEST).isBefore(clock.instant())) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }
}
