package org.signalup.cli.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Which way the arrows point. The table is the map; what it does not allow fails the build. */
class ArchitectureTest {
    private static final String ROOT = "org.signalup.";
    private static final JavaClasses CLASSES = importModules();

    /** One line per module: what it may import of our own. */
    @Test
    void modulesImportOnlyWhatTheTableAllows() {
        List<String> violations = new ArrayList<>();
        violations.addAll(module("domain").imports().violations());
        violations.addAll(module("geo").imports("domain").violations());
        violations.addAll(module("engine").imports("domain").violations());
        violations.addAll(module("parquet").imports("domain", "engine").violations());
        violations.addAll(module("store").imports("domain").violations());
        violations.addAll(module("people").imports("domain", "store").violations());
        violations.addAll(module("standards").imports("domain").violations());
        violations.addAll(module("ledger").imports("domain", "geo", "standards").violations());
        violations.addAll(module("register")
                .imports("domain", "geo", "standards", "ledger", "store", "people")
                .violations());
        violations.addAll(module("intake")
                .imports("domain", "geo", "engine", "parquet", "standards")
                .violations());
        violations.addAll(module("lake")
                .imports("domain", "engine", "standards", "intake")
                .violations());
        violations.addAll(module("live")
                .imports("domain", "engine", "standards", "intake", "lake", "store", "people")
                .violations());
        violations.addAll(module("upload")
                .imports("domain", "geo", "engine", "standards", "intake", "lake", "store", "people")
                .violations());
        violations.addAll(module("privacy")
                .imports("domain", "engine", "standards", "intake", "lake", "store", "people", "live", "upload")
                .violations());
        violations.addAll(module("evaluate")
                .imports("domain", "geo", "engine", "parquet", "standards", "ledger", "intake", "lake")
                .violations());
        violations.addAll(module("job")
                .imports("domain", "engine", "standards", "store", "people", "intake", "evaluate", "publish")
                .violations());
        violations.addAll(module("instrument")
                .imports("domain", "engine", "standards", "intake")
                .violations());
        violations.addAll(module("publish")
                .imports("domain", "geo", "standards", "ledger", "evaluate", "instrument")
                .violations());
        violations.addAll(
                module("duckdb").imports("domain", "engine", "parquet").violations());
        violations.addAll(module("spark").imports("domain", "engine", "parquet").violations());
        violations.addAll(module("stream").imports("domain", "intake", "lake").violations());
        violations.addAll(module("submit").imports().violations());
        violations.addAll(module("testkit")
                .imports("domain", "geo", "engine", "standards", "ledger", "intake", "lake", "evaluate")
                .violations());
        violations.addAll(
                module("simulate").imports("domain", "geo", "engine", "ledger").violations());
        violations.addAll(module("bench")
                .imports("domain", "geo", "engine", "standards", "ledger", "intake", "lake", "evaluate", "duckdb")
                .violations());
        violations.addAll(module("web")
                .imports(
                        "domain",
                        "geo",
                        "engine",
                        "standards",
                        "ledger",
                        "evaluate",
                        "instrument",
                        "publish",
                        "duckdb",
                        "store",
                        "people",
                        "register",
                        "job",
                        "intake",
                        "lake",
                        "live",
                        "upload",
                        "privacy")
                .violations());
        violations.addAll(module("cli")
                .imports(
                        "domain",
                        "geo",
                        "engine",
                        "standards",
                        "ledger",
                        "intake",
                        "lake",
                        "evaluate",
                        "instrument",
                        "publish",
                        "duckdb",
                        "store",
                        "web",
                        "privacy",
                        "simulate")
                .violations());
        assertThat(violations).isEmpty();
    }

    @Test
    void theTableSpeaksOfEveryModule() {
        Set<String> modules = new TreeSet<>();
        House.modules().forEach(module -> modules.add(module.getFileName().toString()));
        assertThat(modules)
                .containsExactlyInAnyOrder(
                        "domain",
                        "geo",
                        "engine",
                        "parquet",
                        "store",
                        "people",
                        "standards",
                        "ledger",
                        "register",
                        "job",
                        "intake",
                        "lake",
                        "live",
                        "upload",
                        "privacy",
                        "evaluate",
                        "instrument",
                        "publish",
                        "duckdb",
                        "spark",
                        "stream",
                        "submit",
                        "testkit",
                        "simulate",
                        "bench",
                        "web",
                        "cli");
    }

    @Test
    void internalPackagesAreClosed() {
        List<String> violations = new ArrayList<>();
        for (JavaClass user : CLASSES) {
            user.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> isInternalOfAnother(user, dependency.getTargetClass()))
                    .forEach(dependency -> violations.add(dependency.getDescription()));
        }
        assertThat(violations).isEmpty();
    }

    private static boolean isInternalOfAnother(JavaClass user, JavaClass used) {
        return used.getPackageName().startsWith(ROOT)
                && used.getPackageName().contains(".internal")
                && !moduleOf(user).equals(moduleOf(used));
    }

    @Test
    void noPackageIsABag() {
        Set<String> forbidden =
                Set.of("util", "utils", "common", "helper", "impl", "base", "manager", "misc", "dto", "core");
        assertThat(CLASSES)
                .allSatisfy(
                        type -> assertThat(Arrays.asList(type.getPackageName().split("\\.")))
                                .as(type.getName())
                                .doesNotContainAnyElementsOf(forbidden));
    }

    @Test
    void outsideTechnologyStaysBehindItsDoor() {
        onlyIn("org.locationtech.jts..", "geo");
        onlyIn("org.locationtech.proj4j..", "geo");
        onlyIn("net.sf.geographiclib..", "geo", "testkit");
        onlyIn("org.duckdb..", "duckdb");
        onlyIn("org.apache.spark..", "spark", "stream");
        onlyIn("org.apache.parquet..", "spark");
        onlyIn("org.apache.hadoop..", "spark", "stream");
        // A GeoPackage, which intake reads, is a database in a file.
        onlyIn(
                "java.sql..",
                "duckdb",
                "bench",
                "store",
                "people",
                "register",
                "job",
                "intake",
                "live",
                "upload",
                "privacy");
        onlyIn("org.sqlite..", "intake");
        onlyIn("org.apache.commons.compress..", "intake");
        onlyIn("org.hipparchus..", "evaluate", "instrument", "testkit");
        onlyIn("org.yaml..", "standards", "intake");
        onlyIn("picocli..", "cli");
        onlyIn("java.util.logging..", "cli");
        onlyIn("org.flywaydb..", "store");
        onlyIn("com.zaxxer..", "store");
        onlyIn("org.postgresql..", "store");
        onlyIn("io.zonky..", "store");
        onlyIn("org.springframework..", "web", "store", "people", "register", "job", "live", "upload", "privacy");
        onlyIn("com.google.crypto..", "upload");
        onlyIn("org.eclipse.paho..", "live");
    }

    private static void onlyIn(String technology, String... modules) {
        String[] homes = Arrays.stream(modules).map(name -> ROOT + name + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyProgramsPrintAndEnd() {
        // The suite of the testkit prints one line for each case whose data is not here.
        String[] programs = {ROOT + "cli..", ROOT + "bench..", ROOT + "testkit.."};
        noClasses()
                .that()
                .resideOutsideOfPackages(programs)
                .should()
                .accessField(System.class, "out")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(programs)
                .should()
                .accessField(System.class, "err")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(programs)
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    /** Parts of the pages are known by their bare names: two of one name stop the platform at its start. */
    @Test
    void noTwoPartsOfThePagesHaveOneName() {
        Map<String, List<String>> named = CLASSES.stream()
                .filter(type -> type.isMetaAnnotatedWith(Component.class) || type.isAnnotatedWith(Component.class))
                .collect(Collectors.groupingBy(
                        type -> ClassUtils.getShortName(type.getName()),
                        Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named.values()).allSatisfy(types -> assertThat(types).hasSize(1));
    }

    @Test
    void noVerdictKnowsToday() {
        noClasses().should().callMethod(LocalDate.class, "now").check(CLASSES);
    }

    private static ModuleRule module(String name) {
        return new ModuleRule(name, Set.of());
    }

    /** {@code module("geo").imports("domain")}: geo may import domain, itself, and nothing else of ours. */
    private record ModuleRule(String name, Set<String> allowed) {
        ModuleRule imports(String... modules) {
            return new ModuleRule(name, Set.of(modules));
        }

        Set<String> violations() {
            Set<String> found = new TreeSet<>();
            for (JavaClass user : CLASSES) {
                if (moduleOf(user).equals(name)) {
                    user.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> !isAllowed(dependency.getTargetClass()))
                            .forEach(dependency -> found.add(dependency.getDescription()));
                }
            }
            return found;
        }

        private boolean isAllowed(JavaClass used) {
            String module = moduleOf(used);
            return module.isEmpty() || module.equals(name) || allowed.contains(module);
        }
    }

    /** {@code geo} for {@code org.signalup.geo.internal.Cell}; empty for what is not ours. */
    private static String moduleOf(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        String rest = name.substring(ROOT.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }

    private static JavaClasses importModules() {
        List<Path> compiled = House.modules().stream()
                .map(module -> module.resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
        return new ClassFileImporter().importPaths(compiled);
    }
}
