package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rapport.admin.AuditLog;
import dev.rapport.frame.Channel;
import dev.rapport.frame.Frame;
import dev.rapport.frame.Hello;
import dev.rapport.frame.Summary;
import dev.rapport.frame.SummaryField;
import dev.rapport.privacy.Jurisdiction;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.privacy.PrivacyPolicy.Purpose;
import dev.rapport.session.Device;
import dev.rapport.settings.DemoSettings;
import dev.rapport.settings.SiteSettings;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The gate's whole table over the real socket, by the same {@code channels.txt} that the gate itself is held to. Every site has
 * all channels switched on and every visitor agrees to all of them: what is left is purpose and place. A page that sends one
 * number of a channel that these refuse is closed with 1008, counted, told of in the audit log, and nothing of it is kept.
 */
class GateOverTheSocketTest {
    private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);

    @TempDir
    static Path data;

    private static RunningListener listener;

    @BeforeAll
    static void start() {
        listener = RunningListener.roomy(data, new OldSettings());
    }

    @AfterAll
    static void stop() {
        listener.close();
    }

    /** Letters of the channels that may be used at each place, by place; {@code -} where one is refused. */
    private static Map<Jurisdiction, String> row(Purpose purpose) throws IOException {
        try (InputStream in = PrivacyGate.class.getResourceAsStream("channels.txt")) {
            List<String[]> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" +"))
                    .toList();
            String[] head = lines.getFirst();
            String[] row = lines.stream()
                    .filter(line -> line[0].equals(purpose.name()))
                    .findFirst()
                    .orElseThrow();
            Map<Jurisdiction, String> cells = new java.util.EnumMap<>(Jurisdiction.class);
            for (int place = 1; place < head.length; place++) {
                cells.put(Jurisdiction.valueOf(head[place]), row[place]);
            }
            return cells;
        }
    }

    private static SiteSettings site(Purpose purpose, Jurisdiction place) {
        SiteSettings shop = DemoSettings.of(Set.of(RunningListener.ORIGIN), RunningListener.CLOCK.instant());
        String name = (purpose + "-" + place).toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new SiteSettings(
                name,
                1,
                name,
                name + "-key-0001",
                shop.origins(),
                shop.defaultLanguage(),
                new PrivacyPolicy(purpose, Set.of(place), ALL),
                shop.pacing(),
                0,
                false,
                List.of(),
                List.of(),
                List.of());
    }

    /** A frame with one number, of this channel. */
    private static Frame frame(Channel channel) {
        int[] values = new int[SummaryField.COUNT];
        values[
                Arrays.stream(SummaryField.values())
                        .filter(field -> field.channel() == channel)
                        .findFirst()
                        .orElseThrow()
                        .ordinal()] = 1;
        return new Frame(1, 1, "/", Frame.VISIBLE, Summary.of(values), List.of(), List.of());
    }

    /** Says hello, sends the frame; true when it was acknowledged, false when the socket was closed with 1008. */
    private static boolean taken(SiteSettings site, Channel channel, String granted) throws Exception {
        Page page = listener.connect(RunningListener.ORIGIN);
        String session = UUID.randomUUID().toString();
        page.send(new Hello(site.siteKey(), session, null, "/", "en", Device.MOUSE, false, ALL, false, Map.of()));
        JsonObject welcome = page.await("welcome");
        assertEquals(
                granted,
                words(welcome.getJsonArray("channels").stream()
                        .map(String::valueOf)
                        .toList()));
        page.send(frame(channel));
        if (granted.contains(channel.word())) {
            page.awaitAck(1);
            page.leave();
            return true;
        }
        assertEquals(1008, page.closeCode(), site.site() + " " + channel);
        return false;
    }

    private static String words(List<String> channels) {
        return String.join(" ", new TreeSet<>(channels));
    }

    /** Everything that waits for the store, by site. */
    private static List<String> kept() throws InterruptedException {
        List<String> sites = new ArrayList<>();
        for (var batch = listener.journal.read(10_000, 100);
                !batch.entries().isEmpty();
                batch = listener.journal.read(10_000, 100)) {
            batch.entries().stream().map(entry -> entry.visit().site()).forEach(sites::add);
            listener.journal.commit(batch.next());
        }
        return sites;
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void whatPurposeAndPlaceRefuseIsClosedCountedToldAndNotKept(Purpose purpose) throws Exception {
        kept(); // of earlier purposes
        long before = refused();
        List<String> taken = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        for (Map.Entry<Jurisdiction, String> cell : row(purpose).entrySet()) {
            SiteSettings site = site(purpose, cell.getKey());
            listener.settings.save(site, "test");
            String granted = words(ALL.stream()
                    .filter(channel -> cell.getValue().charAt(channel.ordinal()) != '-')
                    .map(Channel::word)
                    .toList());
            for (Channel channel : Channel.values()) {
                (taken(site, channel, granted) ? taken : closed).add(site.site());
            }
        }

        assertEquals(closed.size(), refused() - before);
        assertEquals(taken.stream().sorted().toList(), kept().stream().sorted().toList());
        List<String> told = closed.stream().distinct().sorted().toList();
        assertEquals(told, audited(told.size(), purpose));
    }

    private static long refused() throws InterruptedException {
        return listener.settledCounts().getOrDefault("refused", 0L);
    }

    /** Sites of this purpose in the audit log; its writer is given some time. */
    private static List<String> audited(int wanted, Purpose purpose) throws InterruptedException {
        String start = purpose.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-";
        List<String> sites = List.of();
        for (int i = 0; i < 200 && (i == 0 || sites.size() < wanted); i++) {
            Thread.sleep(10);
            sites = listener.audit.newest(1000).stream()
                    .map(AuditLog.Row::entry)
                    .filter(entry -> entry.action() == AuditLog.Action.FRAMES_REFUSED)
                    .map(AuditLog.Entry::subject)
                    .filter(site -> site.startsWith(start))
                    .sorted()
                    .toList();
        }
        return sites;
    }
}
