package org.jutong.channels.internal.rest;

import java.util.Locale;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.jutong.channels.Channels;
import org.jutong.channels.internal.rest.ChannelBodies.KindList;
import org.jutong.channels.internal.rest.ChannelBodies.KindView;
import org.jutong.plugin.Permission;
import org.jutong.plugin.RestResource;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The kinds of channels. */
@Component(service = RestResource.class)
@Path("channels")
@Produces(MediaType.APPLICATION_JSON)
public final class KindsResource implements RestResource {

    private final Channels channels;

    @Activate
    public KindsResource(@Reference Channels channels) {
        this.channels = channels;
    }

    /** Those that a site can set up. */
    @GET
    @Permission({"channel.manage", "article.push"})
    public KindList kinds(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Locale locale = Texts.preferred(language);
        return new KindList(
                channels.kinds().stream().map(kind -> KindView.of(kind, locale)).toList());
    }
}
