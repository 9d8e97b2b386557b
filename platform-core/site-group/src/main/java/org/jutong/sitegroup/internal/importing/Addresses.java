package org.jutong.sitegroup.internal.importing;

import java.util.Optional;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.OldAddresses;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.internal.store.FileRows;
import org.jutong.sitegroup.internal.store.ImportedRows;
import org.jutong.sitegroup.internal.store.ImportedRows.Moved;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Old addresses in the site group's tables. */
@Component(service = OldAddresses.class)
public final class Addresses implements OldAddresses {

    private final ImportedRows rows;
    private final FileRows files;

    /** Over the site group's tables. */
    @Activate
    public Addresses(@Reference(target = "(osgi.unit.name=sitegroup)") Store store) {
        this.rows = new ImportedRows(store);
        this.files = new FileRows(store);
    }

    @Override
    public Optional<String> find(SiteCode site, String path) {
        return OldPath.ofEntry(OldPath.decoded(path.startsWith("/") ? path.substring(1) : path))
                .filter(plain -> plain.length() <= OldPath.LONGEST)
                .flatMap(plain -> rows.moved(site, plain).map(moved -> address(moved, plain)));
    }

    private static String address(Moved moved, String path) {
        return moved.article()
                .map(id -> ofArticle(moved.site(), id))
                .orElseGet(() -> ofFile(moved.site(), moved.file().orElseThrow(), path));
    }

    /** The address of an article on a site. */
    public static String ofArticle(SiteCode site, long id) {
        return "/sites/" + site + "/articles/" + id;
    }

    /** The address of a file that came with a site; its old path gives the name. */
    public static String ofFile(SiteCode site, long id, String path) {
        return "/sites/" + site + "/files/" + id + "/" + OldPath.encoded(path.substring(path.lastIndexOf('/') + 1));
    }

    @Override
    public Optional<StoredFile> file(SiteCode site, long id) {
        return rows.isFileOf(site, id) ? files.find(id) : Optional.empty();
    }
}
