package org.jutong.web.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Public;
import org.jutong.plugin.SignedIn;

class AccessReaderTest {

    @Test
    void each_operation_says_whom_it_is_for() {
        Map<String, PathItem> paths =
                new AccessReader().read(Set.of(Letters.class)).getPaths();
        assertThat(extensions(paths.get("/letters").getGet())).isEqualTo(Map.of("x-access", "public"));
        assertThat(extensions(paths.get("/letters").getPost())).isEqualTo(Map.of("x-access", "signed-in"));
        assertThat(extensions(paths.get("/letters/{id}").getPut()))
                .isEqualTo(Map.of("x-access", "permission", "x-permission", List.of("letter.answer", "letter.read")));
    }

    @Test
    void one_that_declares_nothing_says_nothing() {
        Map<String, PathItem> paths =
                new AccessReader().read(Set.of(Letters.class)).getPaths();
        assertThat(paths.get("/letters/silent").getGet().getExtensions()).isNull();
    }

    private static Map<String, Object> extensions(Operation operation) {
        return operation.getExtensions();
    }

    /** A resource. */
    @Path("letters")
    public static final class Letters {
        @GET
        @Public
        public String list() {
            return "";
        }

        @POST
        @SignedIn
        public String send() {
            return "";
        }

        @PUT
        @Path("{id}")
        @Permission({"letter.answer", "letter.read"})
        public String answer() {
            return "";
        }

        @GET
        @Path("silent")
        public String silent() {
            return "";
        }
    }
}
