package dev.rapport.server.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rapport.session.Visit;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Where sessions are between two connections. A session whose socket closed is kept for a minute, so that a page change or a
 * cut line goes on where it stopped. A session that says hello twice moves to the newer connection. Thread-safe.
 */
final class SessionRegistry {
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST = 50_000;

    /** A connection that owns a session now and can be asked to give it up. */
    interface Owner {
        /** Gives the session up on the owner's own event loop and closes the connection. */
        Future<Optional<Session>> giveUp();
    }

    private final Cache<Key, Session> parked =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();
    private final ConcurrentMap<Key, Owner> owners = new ConcurrentHashMap<>();

    /** What a session is known by here: a page can only ever name a session of its own site. */
    record Key(String site, String session) {
        static Key of(Visit visit) {
            return new Key(visit.site(), visit.session());
        }
    }

    /** Makes {@code owner} the owner of {@code key}; completes with the session if one was there. */
    Future<Optional<Session>> claim(Key key, Owner owner) {
        Owner before = owners.put(key, owner);
        if (before != null && before != owner) {
            return before.giveUp();
        }
        return Future.succeededFuture(Optional.ofNullable(parked.asMap().remove(key)));
    }

    /** The owner's connection closed: keeps the session unless somebody else has claimed it. */
    void release(Key key, Owner owner, Session session) {
        if (owners.remove(key, owner)) {
            parked.put(key, session);
        }
    }

    /** The owner's session cannot go on, for example because the journal refused one of its frames. */
    void discard(Key key, Owner owner) {
        owners.remove(key, owner);
        parked.invalidate(key);
    }
}
