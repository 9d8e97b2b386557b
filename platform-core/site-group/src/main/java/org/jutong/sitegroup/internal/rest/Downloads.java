package org.jutong.sitegroup.internal.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.jutong.sitegroup.StoredFile;

/** A file as something to be saved, never to be shown by the browser. */
final class Downloads {

    private Downloads() {}

    static Response of(StoredFile file, byte[] content) {
        return as(file.name(), file.type(), content);
    }

    static Response as(String name, String type, Object content) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content)
                .type(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
