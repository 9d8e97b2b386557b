package org.jutong.sitegroup.internal.rest;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.RestResource;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleFile;
import org.jutong.sitegroup.ArticleFiles;
import org.jutong.sitegroup.Articles;
import org.jutong.sitegroup.Files;
import org.jutong.sitegroup.StoredFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Attachments and pictures of an article. */
@Component(service = RestResource.class)
@Path("articles/{id}/files")
@Produces(MediaType.APPLICATION_JSON)
public final class ArticleFilesResource implements RestResource {

    private final Articles articles;
    private final ArticleFiles attached;
    private final Files files;

    @Activate
    public ArticleFilesResource(
            @Reference Articles articles, @Reference ArticleFiles attached, @Reference Files files) {
        this.articles = articles;
        this.attached = attached;
        this.files = files;
    }

    /**
     * A file of an article.
     *
     * @param name in its address
     * @param fileName under which it was handed in
     * @param width of a picture, else null
     * @param url by which texts lead to it
     * @param inText whether the newest text does
     */
    public record ArticleFileView(
            String name,
            String fileName,
            String type,
            long size,
            Integer width,
            Integer height,
            List<Integer> smaller,
            String url,
            boolean inText) {

        static ArticleFileView of(ArticleFile file, Article article) {
            String url = file.on(article.owner());
            return new ArticleFileView(
                    file.name(),
                    file.file().name(),
                    file.file().type(),
                    file.file().size(),
                    file.isPicture() ? file.width() : null,
                    file.isPicture() ? file.height() : null,
                    file.smaller(),
                    url,
                    article.body().contains(url + "\""));
        }
    }

    /** All files of an article. */
    public record ArticleFileList(List<ArticleFileView> items) {}

    /** All of them, the oldest first. */
    @GET
    @Permission({"article.write", "article.review", "article.review-second", "article.review-final", "article.publish"})
    public ArticleFileList list(@PathParam("id") String id, @Context Actor actor) {
        Article article = articles.get(actor, id(id));
        return new ArticleFileList(attached.of(actor, article.id()).stream()
                .map(file -> ArticleFileView.of(file, article))
                .toList());
    }

    /** Adds the body as a file of this name. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Permission("article.write")
    public Response add(
            @PathParam("id") String id, @QueryParam("name") String name, InputStream body, @Context Actor actor) {
        Article article = articles.get(actor, id(id));
        ArticleFile added = attached.add(actor, article.id(), name, body);
        return Response.created(URI.create("articles/" + article.id() + "/files/" + added.name()))
                .entity(ArticleFileView.of(added, article))
                .build();
    }

    /** One of them, for those who work on the article; readers get theirs from the portal. */
    @GET
    @Path("{file}")
    @Produces(MediaType.WILDCARD)
    @Permission({"article.write", "article.review", "article.review-second", "article.review-final", "article.publish"})
    public Response one(@PathParam("id") String id, @PathParam("file") String name, @Context Actor actor) {
        StoredFile file = attached.get(actor, id(id), name);
        return Downloads.of(file, files.content(file));
    }

    /** Removes one for good. */
    @DELETE
    @Path("{file}")
    @Permission("article.write")
    public void remove(@PathParam("id") String id, @PathParam("file") String name, @Context Actor actor) {
        attached.remove(actor, id(id), name);
    }

    private static long id(String id) {
        return Page.id(id, "article_not_found");
    }
}
