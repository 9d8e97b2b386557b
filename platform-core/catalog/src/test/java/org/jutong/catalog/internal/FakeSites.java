package org.jutong.catalog.internal;

import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;

/** A province with two prefectures. */
final class FakeSites implements Sites {

    static final SiteCode PROVINCE = new SiteCode("5200000001");
    static final SiteCode GUIYANG = new SiteCode("5201000001");
    static final SiteCode ZUNYI = new SiteCode("5203000001");

    private final List<Site> sites = List.of(
            site(PROVINCE, "贵州省人民政府", Level.PROVINCE, Optional.empty()),
            site(GUIYANG, "贵阳市人民政府", Level.PREFECTURE, Optional.of(PROVINCE)),
            site(ZUNYI, "遵义市人民政府", Level.PREFECTURE, Optional.of(PROVINCE)));

    private static Site site(SiteCode code, String name, Level level, Optional<SiteCode> parent) {
        return new Site(code, name, level, code.division(), name, parent, "red");
    }

    @Override
    public Optional<Site> find(SiteCode code) {
        return sites.stream().filter(site -> site.code().equals(code)).findFirst();
    }

    @Override
    public Optional<Site> root() {
        return Optional.of(sites.get(0));
    }

    @Override
    public List<Site> register(Actor by, List<NewSite> sites) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Site> page(Optional<SiteCode> after, int limit) {
        return sites;
    }

    @Override
    public List<Site> children(SiteCode code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Site> subtree(SiteCode code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int count() {
        return sites.size();
    }
}
