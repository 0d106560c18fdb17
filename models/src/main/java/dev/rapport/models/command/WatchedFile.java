package dev.rapport.models.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.models.corpus.Watched;
import dev.rapport.models.recording.RecordingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** Visits watched by other products, one JSON object a line, gzipped. */
final class WatchedFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WatchedFile() {}

    static void write(Path file, List<Watched> visits) throws IOException {
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            for (Watched visit : visits) {
                out.write(JSON.writeValueAsString(visit) + "\n");
            }
        }
    }

    static List<Watched> read(Path file) throws IOException {
        List<Watched> visits = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                visits.add(JSON.readValue(line, Watched.class));
            }
        } catch (NoSuchFileException e) {
            throw new RecordingException("There is no file of watched visits at " + file
                    + "; leave --watched out to make the visits, or give corpus/watched.jsonl.gz of an earlier run.");
        } catch (ZipException e) {
            throw new RecordingException(file + " is not a gzip file that can be read: " + e.getMessage());
        } catch (JsonProcessingException e) {
            throw new RecordingException(
                    file + " line " + (visits.size() + 1) + " is no watched visit: " + e.getOriginalMessage());
        }
        return visits;
    }
}
