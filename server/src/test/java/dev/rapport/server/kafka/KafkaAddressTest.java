package dev.rapport.server.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaAddressTest {
    @TempDir
    Path folder;

    @Test
    void brokersAndTopicAreRead() {
        assertEquals(
                new KafkaAddress("a:9092,b:9093", "rapport.frames", Map.of()),
                KafkaAddress.parse("kafka://a:9092,b:9093/rapport.frames", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"files", "kafka://a/topic", "kafka://a:9092", "kafka://a:9092/", "kafka://a:9092/a b"})
    void anythingElseIsRefusedWithWhatIsWanted(String address) {
        var refused = assertThrows(IllegalArgumentException.class, () -> KafkaAddress.parse(address, Optional.empty()));

        assertTrue(
                String.valueOf(refused.getMessage()).contains("kafka://host:port,host:port/topic"), refused::toString);
    }

    @Test
    void aClientFileAddsKeysButNotTheJournalsOwn() throws Exception {
        Path file = folder.resolve("client.properties");
        Files.writeString(file, "security.protocol = SSL\n");
        assertEquals(
                Map.of("security.protocol", "SSL"),
                KafkaAddress.parse("kafka://a:1/t", Optional.of(file)).client());

        Files.writeString(file, "acks = 0\n");
        var refused = assertThrows(
                IllegalArgumentException.class, () -> KafkaAddress.parse("kafka://a:1/t", Optional.of(file)));
        assertTrue(String.valueOf(refused.getMessage()).contains("acks"), refused::toString);
    }
}
