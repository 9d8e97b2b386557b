package org.jutong.sitegroup.internal.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.ContentClass;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The routes of reviews, one for each content class: {@code review-routes.yaml} of this bundle, or the file that {@code
 * JUTONG_REVIEW_ROUTES} names. Immutable.
 */
@Component(service = ReviewRoutes.class)
public final class ReviewRoutes {

    /** What a stage may ask of its reviewer. */
    static final Set<String> PERMISSIONS = Set.of(
            "article.write", "article.review", "article.review-second", "article.review-final", "article.publish");

    private static final String VARIABLE = "JUTONG_REVIEW_ROUTES";
    private static final int STAGES = 3;
    private static final long LARGEST = 64 * 1024;

    private final Map<ContentClass, Route> routes = new EnumMap<>(ContentClass.class);

    /** Those of the environment. */
    @Activate
    public ReviewRoutes() {
        this(System.getenv().getOrDefault(VARIABLE, ""));
    }

    /**
     * Those of a file; of this bundle where its name is empty.
     *
     * @throws IllegalStateException where the file is not understood, with what is wrong
     */
    ReviewRoutes(String file) {
        File read = file.isBlank() ? bundled() : configured(Path.of(file));
        for (ContentClass each : ContentClass.values()) {
            Route route = read.classes() == null ? null : read.classes().get(each);
            check(route != null, "class " + each + " has no route");
            check(route.stages() != null && route.stages().size() == STAGES, "class " + each + " has not 3 stages");
            route.stages().forEach(stage -> check(each, stage));
            routes.put(each, route);
        }
    }

    private static void check(ContentClass of, Stage stage) {
        check(stage != null && stage.at() != null, "a stage of class " + of + " does not say where it is asked");
        check(PERMISSIONS.contains(stage.permission()), "class " + of + ": no stage may ask " + stage.permission());
        check(
                stage.title() != null && stage.title().keySet().equals(Set.of("zh-CN", "en")),
                "class " + of + ": a stage has no title in zh-CN and en");
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalStateException("The routes of reviews (" + VARIABLE + ") are wrong: " + otherwise);
        }
    }

    /** The route of a class. */
    public Route of(ContentClass contentClass) {
        return routes.get(contentClass);
    }

    private static File bundled() {
        try (InputStream yaml = ReviewRoutes.class.getResourceAsStream("/JUTONG-INF/review-routes.yaml")) {
            return mapper().readValue(yaml, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException("review-routes.yaml cannot be read", e);
        }
    }

    private static File configured(Path file) {
        try {
            check(Files.size(file) <= LARGEST, file + " is larger than 64 KiB");
            return mapper().readValue(Files.readAllBytes(file), File.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(VARIABLE + "=" + file + " is not understood: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(VARIABLE + "=" + file + " cannot be read", e);
        }
    }

    private static ObjectMapper mapper() {
        return new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private record File(int version, String source, String mark, Map<ContentClass, Route> classes) {}

    /**
     * The stages that a text passes, one after the other.
     *
     * @param title of the class, by language
     */
    public record Route(Map<String, String> title, List<Stage> stages) {

        /** The stage with this number, from 1. */
        Stage stage(int number) {
            return stages.get(number - 1);
        }

        /** The refusal to publish before this stage is passed. */
        public Problem missing(long article, int stage) {
            Map<String, String> name = stage(stage).title();
            return Problem.conflict("article_not_approved", String.valueOf(article), name.get("zh-CN"), name.get("en"));
        }
    }

    /**
     * A stage.
     *
     * @param title by language
     * @param permission what its reviewer needs
     * @param at where
     */
    public record Stage(Map<String, String> title, String permission, Place at) {}

    /** Where a permission is needed. */
    public enum Place {
        /** At the site of the article. */
        own,
        /** At the site above; at its own where there is none. */
        superior
    }
}
