package org.jutong.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** Runs every benchmark in turn and writes one JSON file and one table. */
public final class Benchmarks {

    private final PrintStream out;

    private final List<String> named;

    private Benchmarks(PrintStream out, List<String> named) {
        this.out = out;
        this.named = named;
    }

    /**
     * Arguments: the folder for the results, the name of the run, the part ({@code audit}, {@code sign-in},
     * {@code search}, {@code tree}, {@code sites}; all but the last three where none is named), and for {@code sites} the database and the part of it.
     */
    public static void main(String[] arguments) throws Exception {
        Benchmarks benchmarks =
                new Benchmarks(System.out, List.of(arguments).subList(Math.min(3, arguments.length), arguments.length));
        List<Figure> figures = benchmarks.run(arguments.length > 2 ? arguments[2] : "all");
        write(Path.of(arguments[0]), arguments[1], figures);
        System.exit(figures.stream().allMatch(Figure::holds) ? 0 : 3);
    }

    private List<Figure> run(String part) throws Exception {
        return switch (part) {
            case "audit" -> told(AuditBenchmark.run());
            case "sign-in" -> signIn();
            case "search" -> told(SearchBenchmark.run(Shared.folder("bench")));
            case "tree" -> tree();
            case "sites" -> sites();
            default -> all();
        };
    }

    private List<Figure> signIn() throws IOException {
        try (Platform platform = Platform.start(Shared.folder("bench"), java.util.Map.of())) {
            return told(SignInBenchmark.run(platform));
        }
    }

    private List<Figure> tree() throws IOException {
        try (Platform platform = Platform.start(Shared.folder("bench"), java.util.Map.of())) {
            return told(new TreeBenchmark(platform).run());
        }
    }

    /** Everything about many sites on the databases and of the parts that were asked for; all where none was. */
    private List<Figure> sites() throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (String kind : named.isEmpty() ? List.of("derby", "postgresql") : named.subList(0, 1)) {
            List<String> parts = named.size() > 1 ? named.subList(1, 2) : List.of("life", "import", "lists");
            for (String part : parts) {
                try (BenchDatabase database = BenchDatabase.start(kind)) {
                    figures.addAll(
                            switch (part) {
                                case "import" -> told(ImportBenchmark.run(database));
                                case "lists" -> told(ListsBenchmark.run(database));
                                default -> SitesBenchmark.run(database, this::tell);
                            });
                }
            }
        }
        return figures;
    }

    private List<Figure> all() throws Exception {
        List<Figure> figures = new ArrayList<>();
        Path data = Shared.folder("bench");
        figures.addAll(told(new BootBenchmark(data).run()));
        try (Platform platform = Platform.start(data, java.util.Map.of())) {
            figures.addAll(told(HeapBenchmark.run(platform)));
            figures.addAll(told(new ArticleBenchmark(platform).run()));
            figures.addAll(told(ChainBenchmark.approvals(platform)));
            figures.addAll(told(ChainBenchmark.pushes(platform)));
            figures.addAll(told(SignInBenchmark.run(platform)));
        }
        figures.addAll(told(AuditBenchmark.run()));
        return figures;
    }

    private List<Figure> told(List<Figure> figures) {
        figures.forEach(this::tell);
        return figures;
    }

    private void tell(Figure figure) {
        out.printf(
                "%-58s %10.3f %-4s %-8s %s%n",
                figure.name(), figure.value(), figure.unit(), figure.bound(), figure.holds() ? "" : "MISSED");
    }

    private static void write(Path folder, String name, List<Figure> figures) throws Exception {
        Files.createDirectories(folder);
        Path json = folder.resolve(Machine.today() + "-" + name + ".json");
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), figures);
        StringBuilder table = new StringBuilder("# Benchmark " + name + ", " + Machine.today() + "\n\n"
                + Machine.NAME + ". Made by `distribution/benchmarks/bench`.\n\n"
                + "| What | Value | Reach | Holds | Method |\n|---|---|---|---|---|\n");
        figures.forEach(figure -> table.append("| %s | %s %s | %s | %s | %s |\n"
                .formatted(
                        figure.name(),
                        figure.value(),
                        figure.unit(),
                        figure.bound(),
                        figure.bound().isEmpty() ? "" : figure.holds() ? "yes" : "**no**",
                        figure.method())));
        Files.writeString(
                folder.resolve(Machine.today() + "-" + name + ".md"), table.toString(), StandardCharsets.UTF_8);
    }
}
