package dev.rapport.server.ingest;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The network address a connection counts for. {@code X-Forwarded-For} is believed only so far as it was written by proxies that
 * the operator named: from the right, the first address that is not such a proxy. Immutable.
 */
public final class ClientAddress {
    /** No proxy is trusted: the peer is the client. */
    public static final ClientAddress DIRECT = new ClientAddress(List.of());

    private static final int LONGEST = 1_024;
    private static final int IPV6_SITE_BYTES = 8;

    private final List<Network> proxies;

    private ClientAddress(List<Network> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    /** Addresses that share their first {@code bits}. */
    private record Network(byte[] prefix, int bits) {
        boolean has(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            int whole = bits / 8;
            int mask = 0xff00 >> bits % 8 & 0xff;
            return Arrays.equals(address, 0, whole, prefix, 0, whole)
                    && (mask == 0 || (address[whole] & mask) == (prefix[whole] & mask));
        }
    }

    /**
     * Behind these proxies.
     *
     * @param networks comma-separated addresses or networks, such as {@code 10.0.0.0/8, ::1}; empty for none
     * @throws IllegalArgumentException naming the part that is neither
     */
    public static ClientAddress behind(String networks) {
        List<Network> proxies = Arrays.stream(networks.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(ClientAddress::network)
                .toList();
        return new ClientAddress(proxies);
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        byte[] prefix = bytes(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not an address or network"));
        int most = prefix.length * 8;
        String length = slash < 0 ? String.valueOf(most) : text.substring(slash + 1);
        if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > most) {
            throw new IllegalArgumentException("'" + text + "' has a prefix length that is not 0 to " + most);
        }
        return new Network(prefix, Integer.parseInt(length));
    }

    /**
     * The client of a connection.
     *
     * @param peer address of the other end
     * @param forwardedFor the header as it came, null when there was none
     */
    String of(String peer, @Nullable String forwardedFor) {
        if (forwardedFor == null || forwardedFor.length() > LONGEST || !trusted(peer)) {
            return peer;
        }
        String client = peer;
        String[] hops = forwardedFor.split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            Optional<byte[]> hop = bytes(hops[i].strip());
            if (hop.isEmpty()) {
                return client;
            }
            client = hops[i].strip();
            if (!trusted(hop.get())) {
                return client;
            }
        }
        return client;
    }

    /** True for an address of the named proxies. */
    boolean proxy(String address) {
        return trusted(address);
    }

    private boolean trusted(String address) {
        return !proxies.isEmpty() && bytes(address).map(this::trusted).orElse(false);
    }

    private boolean trusted(byte[] address) {
        return proxies.stream().anyMatch(network -> network.has(address));
    }

    /** What limits are kept by: an IPv4 address, or the first 64 bits of an IPv6 address, which are one subscriber's. */
    static String group(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        return bytes(address)
                .filter(bytes -> bytes.length > 4)
                .map(bytes -> java.util.HexFormat.of().formatHex(bytes, 0, IPV6_SITE_BYTES))
                .orElse(address);
    }

    /** The bytes of a literal address; never asks a name server. IPv4 inside IPv6 is IPv4. */
    private static Optional<byte[]> bytes(String literal) {
        boolean four = literal.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        boolean six = literal.indexOf(':') >= 0 && literal.matches("[0-9A-Fa-f:.]{2,45}(%[\\w.-]{1,32})?");
        if (!four && !six) {
            return Optional.empty();
        }
        try {
            int zone = literal.indexOf('%');
            return Optional.of(InetAddress.getByName(zone < 0 ? literal : literal.substring(0, zone))
                    .getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
