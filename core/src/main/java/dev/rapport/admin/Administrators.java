package dev.rapport.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may use the console. Passwords are kept as argon2id; nothing here ever returns one. Methods may block. */
public interface Administrators {
    /** True until the first administrator exists. */
    boolean isEmpty();

    /**
     * Makes a link token that lets its holder create one account, once, within 24 hours. Older unused tokens of the same
     * role stay valid.
     *
     * @param by who invites, for the audit log
     */
    String invite(Role role, String by);

    /** The same by the server itself, as on a first start. */
    default String invite(Role role) {
        return invite(role, "server");
    }

    /** The role a token would give, if it is valid and unused. */
    Optional<Role> invitation(String token);

    /**
     * Uses up a token and creates the account.
     *
     * @param name 1 to 80 characters, unique ignoring case
     * @param password 12 to 200 characters
     * @throws IllegalArgumentException with one sentence when the token, name or password will not do
     */
    Account accept(String token, String name, char[] password);

    /**
     * Checks a sign-in; takes the same time whether or not the name exists. Repeated failures lock the name for a while.
     *
     * @return the account, or why not
     */
    SignIn signIn(String name, char[] password);

    /** All accounts by name. */
    List<Account> all();

    /**
     * One account.
     *
     * @param name as signed in with
     * @param role what it may do
     * @param createdAt when
     */
    record Account(String name, Role role, Instant createdAt) {}

    /** What a sign-in attempt led to. */
    sealed interface SignIn {
        /**
         * Right name and password.
         *
         * @param account whose
         */
        record Accepted(Account account) implements SignIn {}

        /** Wrong name or password. */
        record Rejected() implements SignIn {}

        /**
         * Too many failures.
         *
         * @param until when the name may be tried again
         */
        record Locked(Instant until) implements SignIn {}
    }
}
