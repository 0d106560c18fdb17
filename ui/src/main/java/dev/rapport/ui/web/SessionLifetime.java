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

/**
 * Ends a session that was signed in too long ago, however busy it is, and one whose person has done nothing for too long. What an open page
 * sends by itself, to say that it is open, is no doing.
 */
final class SessionLifetime implements Filter {
    /** Longest time from a sign-in to the next. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final String USED = "rapport.last-used";

    private final Clock clock;

    SessionLifetime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http) {
            HttpSession session = http.getSession(false);
            if (session != null && session.getAttribute(SignedIn.SINCE) instanceof Instant since) {
                Instant now = clock.instant();
                Instant used = session.getAttribute(USED) instanceof Instant last ? last : since;
                if (since.plus(LONGEST).isBefore(now)
                        || used.plus(ConsoleContext.IDLE).isBefore(now)) {
                    session.invalidate();
                } else if (byPerson(http)) {
                    session.setAttribute(USED, now);
                }
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean byPerson(HttpServletRequest request) {
        String kind = request.getParameter("v-r");
        return !"heartbeat".equals(kind) && !"push".equals(kind);
    }
}
