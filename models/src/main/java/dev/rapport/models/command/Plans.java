package dev.rapport.models.command;

import dev.rapport.models.corpus.Journey;
import dev.rapport.models.corpus.Manifest;
import dev.rapport.models.corpus.Plan;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The visits that flags ask for; the same flags give the same plan. */
final class Plans {
    static final Set<String> FLAGS =
            Set.of("pages", "personas", "calm", "struggling", "walks", "seed", "only", "every", "demo");

    private Plans() {}

    static List<Plan.Planned> of(Flags flags) {
        int seed = flags.number("seed", 1, 0, Integer.MAX_VALUE);
        int calm = flags.number("calm", 12, 0, 1000);
        int struggling = flags.number("struggling", 9, 0, 1000);
        int walks = flags.number("walks", 3, 0, 100);
        int every = flags.number("every", 1, 1, 1000);
        String only = flags.text("only", "");
        var pages = Manifest.pages(flags.path("pages", "models/corpus/pages"));
        var personas = Manifest.personas(flags.path("personas", "models/corpus/personas.json"));
        List<Journey> journeys =
                Sites.demo(flags).at("/demo/journeys.json").map(Journey::read).orElse(List.of());
        List<Plan.Planned> plan = Stream.concat(
                        Plan.of(pages, personas, calm, struggling, seed).stream(),
                        Plan.walks(journeys, personas, walks, seed).stream())
                .filter(p -> p.id().contains(only) || p.script().page().contains(only))
                .toList();
        return IntStream.range(0, plan.size())
                .filter(i -> i % every == 0)
                .mapToObj(plan::get)
                .toList();
    }
}
