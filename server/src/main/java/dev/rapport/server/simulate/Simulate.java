package dev.rapport.server.simulate;

import dev.rapport.server.store.SimulatedData;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The command {@code simulate}: visitors of the demo shop, through the real socket of a running server. */
public final class Simulate {
    private static final int LONGEST_VISIT = 120;

    private Simulate() {}

    /** Runs the command. Exit codes: 0 done, 1 no visitor came through, 2 wrong usage. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.contains("--help")) {
            out.print(help());
            return 0;
        }
        Plan plan;
        try {
            plan = Plan.of(args);
        } catch (IllegalArgumentException e) {
            err.println("rapport: " + e.getMessage());
            return 2;
        }
        if (plan.clear()) {
            SimulatedData.clear(plan.databaseUrl(), plan.data().toAbsolutePath());
            out.println("What simulated visitors left is deleted; real visitors' data is untouched.");
            return 0;
        }
        String absent = absent(plan.server());
        if (absent != null) {
            err.println("rapport: " + absent);
            return 1;
        }
        Totals totals = play(plan);
        out.println(totals.summary());
        if (totals.welcomed.get() == 0) {
            err.println("rapport: no visitor came through: " + totals.problem());
            return 1;
        }
        return 0;
    }

    private static Totals play(Plan plan) {
        Totals totals = new Totals(plan.visitors());
        Vertx vertx = Vertx.vertx();
        WebSocketClient client =
                vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(plan.visitors()));
        WebSocketConnectOptions where = socket(plan.server());
        Random random = new Random(plan.seed());
        long tick = Math.max(1, Math.round(1000 / plan.speed()));
        for (int i = 0; i < plan.visitors(); i++) {
            Visit visit = new Visit(vertx, new Visitor(plan.siteKey(), new Random(random.nextLong())), totals, tick);
            vertx.setTimer(1 + (long) (random.nextDouble() * plan.seconds() * 1000), id -> visit.begin(client, where));
        }
        try {
            totals.ended.await(plan.seconds() + LONGEST_VISIT * tick / 1000 + 30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
        return totals;
    }

    private static WebSocketConnectOptions socket(URI server) {
        boolean secure = "https".equals(server.getScheme());
        int port = server.getPort() >= 0 ? server.getPort() : secure ? 443 : 80;
        return new WebSocketConnectOptions()
                .setHost(server.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI("/v1/socket")
                .addSubProtocol("rapport.v1")
                .addHeader("Origin", server.toString());
    }

    private static @Nullable String absent(URI server) {
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            HttpRequest request = HttpRequest.newBuilder(server.resolve("/readyz"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200
                    ? null
                    : "the server at " + server + " is not ready (" + status + "); try again in a moment";
        } catch (IOException e) {
            return "no server answers at " + server + "; start one with './rapport run', or name it with --server URL";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static String help() {
        StringBuilder moods = new StringBuilder();
        for (Mood mood : Mood.values()) {
            moods.append(String.format(
                    Locale.ROOT, " %s %.0f %%,", mood.name().toLowerCase(Locale.ROOT), 100 * mood.share()));
        }
        return String.format(
                Locale.ROOT,
                """
                Usage: ./rapport simulate [flags]
                Visitors of the demo shop play through the real socket of a running server. They are marked as simulated:
                the console shows them apart from real ones, and --clear deletes them.

                  --visitors N     how many (default 200)
                  --server URL     public address of the server (default http://localhost:8080)
                  --seconds S      they arrive spread over so many seconds (default: a twentieth of N, at least 10)
                  --speed X        so many times faster than life (default 4)
                  --site KEY       site key (default: the demo shop's)
                  --seed N         equal seeds give equal visitors (default: another each time)
                  --clear          delete what simulated visitors left, then stop
                  --data DIR, --database-url URL   where the server keeps its data, for --clear (default ./data)

                What is played, so that you can hold a report against it:
                  kinds of visit:%s each meets the trouble that its name says.
                  A calm visitor orders with probability %.2f, a struggling one with %.2f.
                  Of those who see a hint %.0f %% do what it says and then order with probability %.2f; %.0f %% close it, the
                  others pass it over, and both order as if there had been no hint.
                  True effect of the hint under test: %.2f instead of %.2f of those exposed order, a difference of %.2f.
                """,
                moods,
                Effect.CALM_ORDERS,
                Effect.STRUGGLING_ORDERS,
                100 * Effect.FOLLOWS,
                Effect.HELPED_ORDERS,
                100 * Effect.DISMISSES,
                Effect.shownOrders(),
                Effect.STRUGGLING_ORDERS,
                Effect.shownOrders() - Effect.STRUGGLING_ORDERS);
    }
}
