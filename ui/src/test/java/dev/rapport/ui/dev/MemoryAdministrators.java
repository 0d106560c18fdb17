package dev.rapport.ui.dev;

import dev.rapport.admin.Administrators;
import dev.rapport.admin.Role;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Accounts in memory, passwords in the clear: for looking at pages and for tests only. */
public final class MemoryAdministrators implements Administrators {
    private final Map<String, Role> invitations = new HashMap<>();
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, String> passwords = new HashMap<>();
    private final Clock clock;

    /** No accounts. */
    public MemoryAdministrators(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean isEmpty() {
        return accounts.isEmpty();
    }

    @Override
    public synchronized String invite(Role role, String by) {
        String token = "token-" + (invitations.size() + 1);
        invitations.put(token, role);
        return token;
    }

    @Override
    public synchronized Optional<Role> invitation(String token) {
        return Optional.ofNullable(invitations.get(token));
    }

    @Override
    public synchronized Account accept(String token, String name, char[] password) {
        Role role = invitation(token).orElseThrow(() -> new IllegalArgumentException("This link is not valid."));
        String key = name.toLowerCase(Locale.ROOT);
        if (accounts.containsKey(key)) {
            throw new IllegalArgumentException("This name is taken.");
        }
        invitations.remove(token);
        Account account = new Account(name, role, clock.instant());
        accounts.put(key, account);
        passwords.put(key, new String(password));
        return account;
    }

    @Override
    public synchronized SignIn signIn(String name, char[] password) {
        String key = name.toLowerCase(Locale.ROOT);
        Account account = accounts.get(key);
        return account != null && new String(password).equals(passwords.get(key))
                ? new SignIn.Accepted(account)
                : new SignIn.Rejected();
    }

    @Override
    public synchronized List<Account> all() {
        return accounts.values().stream()
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }
}
