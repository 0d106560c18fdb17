package dev.rapport.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.server.ServerConfig.InvalidConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Default, file, environment, flag: the later wins, and what will not do is named. */
class ServerConfigTest {
    @TempDir
    Path folder;

    private static ServerConfig parse(String... flags) {
        return ServerConfig.parse(flags, Map.of());
    }

    private static String refusal(Map<String, String> environment, String... flags) {
        return String.valueOf(assertThrows(InvalidConfigException.class, () -> ServerConfig.parse(flags, environment))
                .getMessage());
    }

    @Test
    void withoutAnythingItStartsOnLoopback() {
        ServerConfig config = parse();
        assertEquals("127.0.0.1", config.host());
        assertEquals(8080, config.port());
        assertEquals(8081, config.consolePort());
        assertEquals(ServerConfig.Role.ALL, config.role());
        assertTrue(config.databaseUrl().isEmpty());
    }

    @Test
    void theLaterWins() throws IOException {
        Path file = folder.resolve("rapport.properties");
        Files.writeString(file, "port = 1\nconsole-port = 2\nhost = 0.0.0.0\n");
        Map<String, String> environment = Map.of("RAPPORT_PORT", "3", "RAPPORT_CONSOLE_PORT", "4");
        ServerConfig config = ServerConfig.parse(new String[] {"--config", file.toString(), "--port=5"}, environment);
        assertEquals(5, config.port());
        assertEquals(4, config.consolePort());
        assertEquals("0.0.0.0", config.host());
    }

    @Test
    void aFileMayBeNamedByTheEnvironment() throws IOException {
        Path file = folder.resolve("rapport.properties");
        Files.writeString(file, "role = ingest\n");
        assertEquals(
                ServerConfig.Role.INGEST,
                ServerConfig.parse(new String[0], Map.of("RAPPORT_CONFIG", file.toString()))
                        .role());
    }

    @ParameterizedTest
    @CsvSource({
        "--prot, there is no flag --prot; --help lists them",
        "--port, the flag --port needs a value",
        "--port=eighty, 'port is ''eighty'', not a whole number from 0 to 65535'",
        "--port=65536, 'port is ''65536'', not a whole number from 0 to 65535'",
        "--host=, host must not be empty",
        "--demo=yes, 'demo is ''yes'', neither true nor false'",
        "--public-url=ftp://x, 'public-url is ''ftp://x'', not an http or https address'",
        "--config=/nowhere/x, the configuration file /nowhere/x cannot be read: /nowhere/x"
    })
    void whatWillNotDoIsNamed(String flag, String sentence) {
        assertEquals(sentence, refusal(Map.of(), flag));
    }

    @Test
    void aRoleThatIsNoneNamesTheChoices() {
        assertTrue(refusal(Map.of(), "--role=boss").startsWith("role is 'boss'; what this process does: all, ingest"));
    }

    @Test
    void aVariableThatIsNoneOfOursIsNamed() {
        assertEquals(
                "the environment variable RAPPORT_PROT is none of Rapport's", refusal(Map.of("RAPPORT_PROT", "80")));
    }

    @Test
    void anUnknownKeyInAFileIsNamed() throws IOException {
        Path file = folder.resolve("rapport.properties");
        Files.writeString(file, "prot = 80\n");
        assertEquals(
                "the configuration file " + file + " has the unknown key prot",
                refusal(Map.of(), "--config", file.toString()));
    }
}
