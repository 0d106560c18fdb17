package dev.rapport.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.frame.Channel;
import dev.rapport.privacy.PrivacyPolicy.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The gate against {@code channels.txt}, cell by cell. */
class ChannelGateTest {
    /** One letter of the file. */
    record Cell(Purpose purpose, Jurisdiction place, Channel channel, boolean allowed) {}

    static Stream<Cell> table() throws IOException {
        List<String> lines;
        try (InputStream in = ChannelGateTest.class.getResourceAsStream("channels.txt")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
        String[] head = lines.getFirst().split(" +");
        List<Cell> cells = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split(" +");
            for (int place = 1; place < head.length; place++) {
                for (Channel channel : Channel.values()) {
                    cells.add(new Cell(
                            Purpose.valueOf(row[0]),
                            Jurisdiction.valueOf(head[place]),
                            channel,
                            row[place].charAt(channel.ordinal()) != '-'));
                }
            }
        }
        return cells.stream();
    }

    @ParameterizedTest
    @MethodSource("table")
    void everyCellIsAsDocumented(Cell cell) {
        Ruling ruling = ChannelGate.rule(cell.purpose(), cell.place(), cell.channel());
        assertEquals(cell.allowed(), ruling instanceof Ruling.Allowed, () -> "the gate says " + ruling);
    }

    @Test
    void theFileHasEveryCellOnce() throws IOException {
        long all = (long) Purpose.values().length * Jurisdiction.values().length * Channel.values().length;
        assertEquals(
                all,
                table().map(c -> c.purpose() + " " + c.place() + " " + c.channel())
                        .distinct()
                        .count());
        assertEquals(all, table().count());
    }

    @Test
    void everyGroundIsGivenSomewhereAndHasASentence() throws IOException {
        Set<Ground> given = EnumSet.noneOf(Ground.class);
        table().forEach(cell -> {
            if (ChannelGate.rule(cell.purpose(), cell.place(), cell.channel()) instanceof Ruling.Refused refused) {
                given.add(refused.ground());
            }
        });
        assertEquals(EnumSet.allOf(Ground.class), given);
        for (Ground ground : given) {
            assertTrue(ground.plain().endsWith("."), ground.plain());
            assertFalse(ground.source().isBlank());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"WORKPLACE", "RECRUITMENT", "EDUCATION", "CHILDREN", "UNSTATED"})
    void noPlaceAndNoSwitchOpensWhatThePurposeCloses(Purpose purpose) {
        Set<Channel> all = EnumSet.allOf(Channel.class);
        for (Jurisdiction place : Jurisdiction.values()) {
            PrivacyPolicy policy = new PrivacyPolicy(purpose, Set.of(place), all);
            assertEquals(Set.of(Channel.FRICTION), PrivacyGate.granted(policy, all));
        }
    }

    @Test
    void aChannelMustBeAllowedWhereverVisitorsAre() {
        Set<Channel> all = EnumSet.allOf(Channel.class);
        Set<Jurisdiction> both = Set.of(Jurisdiction.EU_EEA, Jurisdiction.US_ILLINOIS);
        PrivacyPolicy policy = new PrivacyPolicy(Purpose.PUBLIC_CONSUMER, both, all);

        Ruling.Refused refused = assertInstanceOf(Ruling.Refused.class, policy.ruling(Channel.FACE));
        assertEquals(Ground.WRITTEN_RELEASE, refused.ground());
        assertInstanceOf(Ruling.Allowed.class, policy.ruling(Channel.HEART));
    }

    @Test
    void noPlaceAtAllIsUnstated() {
        PrivacyPolicy policy = new PrivacyPolicy(Purpose.PUBLIC_CONSUMER, Set.of(), Set.of());
        assertEquals(Set.of(Jurisdiction.UNSTATED), policy.jurisdictions());
    }
}
