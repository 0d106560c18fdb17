package dev.rapport;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows between core's packages, and what core must never know. */
class ArchitectureTest {
    private static final String ROOT = "dev.rapport.";

    /** What each package may use; one that is not listed may not exist. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("json", Set.of()),
            Map.entry("frame", Set.of("session")),
            Map.entry("session", Set.of("frame")),
            Map.entry("hint", Set.of()),
            Map.entry("admin", Set.of("json")),
            Map.entry("feature", Set.of("frame")),
            Map.entry("scoring", Set.of("feature")),
            Map.entry("evidence", Set.of("frame", "feature", "scoring")),
            Map.entry("learning", Set.of("json", "feature", "evidence", "scoring")),
            Map.entry("rule", Set.of("frame", "session", "feature", "scoring")),
            Map.entry("pacing", Set.of("frame")),
            Map.entry("privacy", Set.of("frame")),
            Map.entry("reply", Set.of()),
            Map.entry("experiment", Set.of("session", "json")),
            Map.entry(
                    "settings",
                    Set.of(
                            "json",
                            "frame",
                            "session",
                            "hint",
                            "rule",
                            "pacing",
                            "privacy",
                            "experiment",
                            "admin",
                            "learning")),
            Map.entry(
                    "pipeline",
                    Set.of(
                            "frame",
                            "session",
                            "feature",
                            "scoring",
                            "evidence",
                            "learning",
                            "rule",
                            "hint",
                            "pacing",
                            "privacy",
                            "experiment",
                            "settings")),
            Map.entry(
                    "journal",
                    Set.of(
                            "json",
                            "frame",
                            "session",
                            "feature",
                            "scoring",
                            "evidence",
                            "hint",
                            "pacing",
                            "experiment",
                            "settings",
                            "pipeline")),
            Map.entry(
                    "analytics",
                    Set.of(
                            "json",
                            "frame",
                            "session",
                            "feature",
                            "scoring",
                            "evidence",
                            "learning",
                            "hint",
                            "pacing",
                            "experiment",
                            "settings",
                            "pipeline",
                            "journal")),
            Map.entry("experiment.report", Set.of("experiment", "analytics", "json")));

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rapport");

    /**
     * First word of a class's package below the root: {@code experiment.statistics} belongs to {@code experiment}. Only
     * the report stands apart: the rest of its folder knows nothing of stored outcomes.
     */
    private static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        if (name.length() < ROOT.length()) {
            return "";
        }
        String below = name.substring(ROOT.length());
        return below.equals("experiment.report") ? below : below.split("\\.")[0];
    }

    private static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith(ROOT)
                    ? SliceIdentifier.of(packageOf(type))
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of core";
        }
    };

    @Test
    void packagesUseOnlyWhatStandsBeforeThem() {
        Map<String, Set<String>> wrong = new TreeMap<>();
        for (JavaClass type : CORE) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(d -> d.getTargetClass().getPackageName().startsWith(ROOT))
                    .filter(d -> !packageOf(d.getTargetClass()).equals(packageOf(type)))
                    .filter(d ->
                            !MAY_USE.getOrDefault(packageOf(type), Set.of()).contains(packageOf(d.getTargetClass())))
                    .forEach(d -> wrong.computeIfAbsent(packageOf(type), p -> new TreeSet<>())
                            .add(d.getDescription()));
        }
        assertEquals(Map.of(), wrong);
    }

    @Test
    void everyPackageIsListed() {
        Set<String> found = new TreeSet<>();
        CORE.forEach(type -> found.add(packageOf(type)));
        found.removeAll(MAY_USE.keySet());
        assertEquals(Set.of(), found);
    }

    /** Frames speak of devices and visits of channels: the two vocabulary packages may name each other, and nothing else may. */
    @Test
    void noOtherPackagesFormACycle() {
        slices().assignedFrom(PACKAGES)
                .should()
                .beFreeOfCycles()
                .ignoreDependency(
                        JavaClass.Predicates.resideInAPackage("dev.rapport.frame"),
                        JavaClass.Predicates.resideInAPackage("dev.rapport.session"))
                .check(CORE);
    }

    @Test
    void noOtherLibrariesThanJacksonAndCommonsStatistics() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.rapport..",
                        "java..",
                        "javax.crypto..",
                        "org.jspecify.annotations",
                        "com.fasterxml.jackson..",
                        "org.apache.commons.statistics..")
                .check(CORE);
    }

    /** {@link java.net.URI} is a parser, not a connection; {@code javax.crypto} computes. */
    @Test
    void noReflectionNetworkOrProcesses() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.net..", "java.sql..", "javax..", "java.lang.reflect..", "sun..")
                                .and(not(resideInAPackage("javax.crypto..")))
                                .and(not(belongToAnyOf(URI.class, URISyntaxException.class))))
                .check(CORE);
    }

    @Test
    void noDrawerPackages() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..common..", "..helper..", "..manager..", "..impl..", "..internal..")
                .check(CORE);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = new ArrayList<>();
        for (JavaClass type : CORE) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                unmarked.add(type.getName());
            }
        }
        assertEquals(List.of(), unmarked);
    }
}
