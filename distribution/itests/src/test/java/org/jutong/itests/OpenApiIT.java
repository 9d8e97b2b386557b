package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** The description of the interface covers the core and what is installed. */
class OpenApiIT {

    private final Platform platform = Shared.platform();

    @Test
    void coversCoreAndPlugins() {
        JsonNode api = platform.api().page("/api/openapi.json").json();

        assertThat(api.path("openapi").asText()).startsWith("3.");
        JsonNode paths = api.path("paths");
        assertThat(paths.has("/api/v1/sites")).isTrue();
        assertThat(paths.has("/api/v1/session")).isTrue();
        assertThat(paths.has("/api/v1/orders/{id}/approval")).isTrue();
        assertThat(paths.has("/api/v1/articles/{id}/pushes")).isTrue();
        assertThat(paths.has("/api/v1/plugins/interaction/sites/{site}/letters"))
                .isTrue();
        assertThat(paths.path("/api/v1/sites").path("get").path("responses")).isNotEmpty();
        assertThat(api.path("components").path("schemas")).isNotEmpty();
        JsonNode articles = paths.path("/api/v1/sites/{site}/articles").path("post");
        assertThat(articles.path("x-access").asText()).isEqualTo("permission");
        assertThat(articles.path("x-permission").path(0).asText()).isEqualTo("article.write");
        assertThat(api.toString()).doesNotContain("\"SiteContext\"", "\"Actor\"");
    }
}
