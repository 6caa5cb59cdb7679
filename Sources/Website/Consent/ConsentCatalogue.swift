extension PageCatalogue {
    /// The pages of the consent room.
    static let consent: [any PageContent.Type] = [
        ConsentPage.self, ConsentPersonPage.self, ConsentClassPage.self, ConsentLettersPage.self, PictureListPage.self,
        ShowingPage.self, ParentPage.self, ParentWishPage.self, ParentNotePage.self, PicturesPage.self,
        PicturePage.self, PictureEndPage.self, LockedPicturesPage.self, LikenessPage.self, NotLetInPage.self,
    ]
}
