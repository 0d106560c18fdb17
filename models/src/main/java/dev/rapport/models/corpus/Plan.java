package dev.rapport.models.corpus;

import dev.rapport.models.human.Chance;
import dev.rapport.models.human.Persona;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who visits what. Every persona gets the same number of calm visits to sound pages and of visits to pages with one defect
 * that its way of operating a page can meet; pages and defects are dealt out evenly.
 */
public final class Plan {
    private static final Set<Defect.Type> POINTER_ONLY =
            Set.of(Defect.Type.MOVING, Defect.Type.TINY, Defect.Type.COVERED);

    private Plan() {}

    /**
     * One visit to be made.
     *
     * @param id for example {@code young-mouse-003}
     * @param seed of its variation
     * @param persona who
     * @param script what to do
     */
    public record Planned(String id, long seed, Persona persona, Script script) {}

    /** A plan; the same arguments give the same plan. */
    public static List<Planned> of(
            List<PageSpec> pages, List<Persona> personas, int calmEach, int strugglingEach, long seed) {
        List<Planned> plan = new ArrayList<>();
        List<Variant> variants = variants(pages);
        int nextPage = 0;
        int nextVariant = 0;
        for (Persona persona : personas) {
            int number = 0;
            for (int i = 0; i < calmEach; i++) {
                PageSpec page = pages.get(nextPage++ % pages.size());
                plan.add(planned(persona, number++, seed, new Script.Tasks(page, Optional.empty())));
            }
            for (int i = 0; i < strugglingEach; i++) {
                Variant variant = variants.get(nextVariant++ % variants.size());
                while (!meets(persona, variant.defect())) {
                    variant = variants.get(nextVariant++ % variants.size());
                }
                plan.add(planned(
                        persona, number++, seed, new Script.Tasks(variant.page(), Optional.of(variant.defect()))));
            }
        }
        return plan;
    }

    private static Planned planned(Persona persona, int number, long seed, Script script) {
        String id = String.format("%s-%03d", persona.id(), number);
        return new Planned(id, seed * 1_000_003 + id.hashCode(), persona, script);
    }

    /** {@code each} journeys a persona, dealt out in turn among those for its device. */
    public static List<Planned> walks(List<Journey> journeys, List<Persona> personas, int each, long seed) {
        List<Planned> plan = new ArrayList<>();
        Map<String, Integer> next = new HashMap<>();
        for (Persona persona : personas) {
            String device = switch (persona.input()) {
                case MOUSE -> "mouse";
                case TOUCH -> "touch";
                case KEYBOARD, READER, SWITCH -> "keyboard";
            };
            List<Journey> fitting =
                    journeys.stream().filter(j -> j.device().equals(device)).toList();
            for (int i = 0; i < Math.min(each, fitting.size()); i++) {
                // calm and struggling journeys stand apart in the file: a stride of 7 mixes them
                int at = next.merge(device, 7, Integer::sum) % fitting.size();
                plan.add(planned(persona, 100 + i, seed, new Script.Walk(fitting.get(at))));
            }
        }
        return plan;
    }

    private static boolean meets(Persona persona, Defect defect) {
        boolean pointer = persona.input() == Persona.Input.MOUSE || persona.input() == Persona.Input.TOUCH;
        return pointer || !POINTER_ONLY.contains(defect.type());
    }

    /** All defects of all pages, shuffled by a fixed seed so that neighbours in the plan differ. */
    private static List<Variant> variants(List<PageSpec> pages) {
        List<Variant> variants = new ArrayList<>();
        for (PageSpec page : pages) {
            page.defects().forEach(defect -> variants.add(new Variant(page, defect)));
        }
        Chance chance = new Chance(7);
        for (int i = variants.size() - 1; i > 0; i--) {
            int j = chance.count(0, i);
            Variant kept = variants.get(i);
            variants.set(i, variants.get(j));
            variants.set(j, kept);
        }
        return variants;
    }

    private record Variant(PageSpec page, Defect defect) {}
}
